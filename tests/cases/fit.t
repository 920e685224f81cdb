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

# What fitting would gain on posts that it has not seen; what words alone could.
$ for i in $(seq 12); do printf '{"text":"Semangat GARSA, dukung penuh! %s","target":"gardika-sasmita","label":"for"}\n{"text":"GARSA mantap, kata siapa %s","target":"gardika-sasmita","label":"against"}\n' $i $i; done >$T/posts; FOLDS=4 scripts/fit "$B" fixtures/office/contest.json for $T/posts | grep ': precision'; scripts/baseline for $T/posts; scripts/baseline other $T/posts
> now: precision 1.000 at recall 0.5, recall 1.000 at precision 0.9
> fitted: precision 1.000 at recall 0.5, recall 1.000 at precision 0.9
> 24 posts, 12 of support: precision 1.000 at recall 0.5, recall 1.000 at precision 0.9
! baseline: no post is labelled other
? 1

# What it cannot do.
$ scripts/fit "$B" nowhere.json for </dev/null
! fit: no nowhere.json
? 2

# How often is score right on posts of one's own, at each threshold?
$ for i in 1 2 3; do printf '{"text":"Semangat GARSA, dukung penuh! %s","target":"gardika-sasmita","label":"for"}\n{"text":"GARSA hebat kalau gagal %s","target":"gardika-sasmita","label":"against"}\n{"text":"Ayo dukung GARSA, kata siapa %s","target":"gardika-sasmita","label":"for"}\n{"text":"GARSA mantap %s","target":"gardika-sasmita","label":"against"}\n' $i $i $i $i; done >$T/posts
$ scripts/evaluate --sweep --worst 1 "$B" fixtures/office/contest.json for against $T/posts | grep -v levels
> posts: 12 posts with a target
>   precision 0.500 [0.188, 0.812], recall 0.500 [0.188, 0.812], F1 0.500
>   support and oppose mixed up 0.250 [0.089, 0.532]
>   against, but called support 0.500 [0.188, 0.812]
>   called support at check: 3, precision 0.000 [0.000, 0.562]
>   called support at indication: 3, precision 1.000 [0.438, 1.000]
>   labelled  called support  oppose  nothing
>   for                    3       0        3
>   against                3       0        3
>   neither                0       0        0
>   threshold  hits  precision  recall
>          40     6      0.500   0.500
>          45     3      1.000   0.500
>          50     3      1.000   0.500
>          55     3      1.000   0.500
>          60     3      1.000   0.500
>          65     3      1.000   0.500
>          70     3      1.000   0.500
>          75     3      1.000   0.500
>          80     3      1.000   0.500
>          85     3      1.000   0.500
>          90     0          -   0.000
>          95     0          -   0.000
>         100     0          -   0.000
>   40	against gardika-sasmita	GARSA mantap 3
