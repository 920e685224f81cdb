# Labelled posts suggest weights; the pack is not touched, and the same posts
# suggest the same.
$ for i in $(seq 12); do printf '{"text":"Semangat GARSA, dukung penuh! %s","target":"gardika-sasmita","label":"for"}\n{"text":"GARSA katanya menang? %s","target":"Gardika","label":"against"}\n{"text":"x","label":"for"}\n' $i $i; done >$T/posts
$ scripts/fit "$B" fixtures/office/contest.json for $T/posts | tee $T/one; scripts/fit "$B" fixtures/office/contest.json for <$T/posts | cmp - $T/one
> part                    posts  support   now  suggested
> cue.cheer                  12     100%    15         20
> cue.support                12     100%    50         55
> cue.win                    12       0%    15          -
> guard.report               12       0%   -50          -
> target.ticket              24      50%    20          -

# What it cannot do.
$ scripts/fit "$B" nowhere.json for </dev/null
! fit: no nowhere.json
? 2
