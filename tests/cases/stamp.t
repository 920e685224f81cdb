# What all cases below share: an authority of our own in $T/tsa, made by openssl; `reply FILE.tsq` answers as it would.
% needs openssl
$ . tests/cases/case/authority; ls $T/tsa | wc -l
> 4

# A stamp proves when these bytes were there at the latest, to whoever trusts the authority; without --ca it says what was not checked.
% needs openssl
$ . tests/cases/case/authority; s() { scripts/stamp "$@" | sed "s/$Z/TIME/g"; }
$ echo satu >$T/f; s ask $T/f; reply $T/f.tsq >$T/r; s keep $T/f $T/r; ls $T/f*; s verify $T/f; s verify --ca $T/tsa/cert $T/f; scripts/stamp verify $T/f >/dev/null; echo $?
> $T/f.tsq: send it as application/timestamp-query
> $T/f: there at TIME, as the authority says; not checked who that is
> $T/f
> $T/f.tsr
> $T/f: NOT CHECKED: says TIME, but whose word that is was not looked at; give --ca
> $T/f: VERIFIED: these bytes were there at TIME, by an authority of $T/tsa/cert; whether its certificate was revoked was not looked at
> 4

# Other bytes, another authority, a stamp cut or changed, no stamp: named, and status 1; an answer about something else is not kept.
% needs openssl
$ . tests/cases/case/authority; echo satu >$T/f; echo dua >$T/g; s() { scripts/stamp "$@"; echo $?; }
$ for f in f g; do scripts/stamp ask $T/$f >/dev/null; reply $T/$f.tsq >$T/$f.r; done; s keep $T/f $T/g.r; scripts/stamp keep $T/f $T/f.r >/dev/null; V="verify --ca $T/tsa/cert"
$ s $V $T/f | tail -n 1; s $V $T/g; cp $T/tsa/cert $T/mine; authority; s $V $T/f; cp $T/mine $T/tsa/cert; echo >>$T/f; s $V $T/f; echo satu >$T/f; head -c 300 $T/f.r >$T/f.tsr; s $V $T/f; s keep $T/f /dev/null; s $V $T/nobody; s fly
> 1
> 0
> $T/g: MISSING: there is no stamp, $T/g.tsr
> 1
> $T/f: FORGED: no authority of $T/tsa/cert signed this stamp
> 1
> $T/f: FORGED: the stamp is of other bytes, or none
> 1
> $T/f: FORGED: the stamp is of other bytes, or none
> 1
> 1
> 2
> 2
! netral-stamp: $T/g.r: no stamp of $T/f
! netral-stamp: /dev/null: no stamp of $T/f
! netral-stamp: $T/nobody: cannot be read
! netral-stamp: no command 'fly': 'netral stamp -h' lists them

# --url asks and keeps at once; what does not answer leaves no stamp; every single bit of a stamp matters, or is not signed.
% needs openssl
$ . tests/cases/case/authority; mkdir $T/bin; printf '%s\n' '#!/bin/sh' '. tests/cases/case/authority.reply' 'for a; do case $a in @*) q=${a#@} ;; esac; [ "${last-}" != -o ] || o=$a; last=$a; done' '[ "$last" = https://tsa.example/ ] || { echo "curl: (6) no such host" >&2; exit 6; }' 'reply "$q" >"$o"' >$T/bin/curl; chmod +x $T/bin/curl; PATH=$T/bin:$PATH
$ echo satu >$T/f; scripts/stamp ask --url https://tsa.example/ $T/f | sed "s/$Z/TIME/"; ls $T/f*; echo dua >$T/g; scripts/stamp ask --url https://gone.example/ $T/g; echo $?; ls $T/g.tsr 2>&1 | wc -l
> $T/f: there at TIME, as the authority says; not checked who that is
> $T/f
> $T/f.tsr
> 1
> 1
! netral-stamp: https://gone.example/: curl: (6) no such host

# A stamped pin: verify says until when the ledger was at the latest as it is, and not what it did not check.
% needs openssl
$ . tests/cases/case/office; . tests/cases/case/authority
$ c 20T02 open $K >/dev/null; c 20T03 pin >$T/pin; v() { c 20T04 verify --pin $T/pin "$@" | grep -e ^time -e VERIFIED | sed "s/$Z/TIME/"; }
$ v; scripts/stamp ask $T/pin >/dev/null; reply $T/pin.tsq >$T/r; scripts/stamp keep $T/pin $T/r >/dev/null; v; v --ca $T/tsa/cert; tail -n 1 $T/pin >>$T/pin; v --ca $T/tsa/cert
> time  not checked: entries carry this machine's clock
> VERIFIED to 1 by the pin, to 1 by this key
> time  $T/pin: NOT CHECKED: says TIME, but whose word that is was not looked at; give --ca
> VERIFIED to 1 by the pin, to 1 by this key
> time  $T/pin: VERIFIED: these bytes were there at TIME, by an authority of $T/tsa/cert; whether its certificate was revoked was not looked at
> VERIFIED to 1 by the pin, to 1 by this key
> time  $T/pin: FORGED: the stamp is of other bytes, or none
> NOT VERIFIED
