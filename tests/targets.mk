# Tests, checks and measurements; the Makefile includes this file.
# Each part prints "PART: N passed, N failed[, N skipped]".

quiet_make = $(MAKE) --no-print-directory

# $(call part,NAME,COMMAND): run it; what is "ok" is in $B/NAME.log only.
part = @mkdir -p $B; $2 >$B/$1.log 2>&1; rc=$$?; \
       grep -v '^ok' $B/$1.log; exit $$rc

check: all ## units, cases, scenes, laws, documents, layers, seeds (seconds)
	+@$(quiet_make) -k check-unit check-cases check-scenes check-laws \
	  check-docs check-layers check-seeds check-suites check-shared check-fair \
	  check-functions check-rules check-ledgers check-private

# --- units: one program for each module of lib/ ------------------------------

unit_t = $(patsubst tests/unit/%.c,$B/unit/%,$(wildcard tests/unit/test_*.c))

$B/unit/%: tests/unit/%.c tests/unit/unit.h $B/lib.a
	@mkdir -p $(@D)
	$(say) cc $<
	$Q$(COMPILE) -MF $@.d -o $@ $< $B/lib.a $(LDFLAGS) $(LIBS) -licuuc -lcmocka

# Of a tool: tests/unit/TOOL/*.c with all of it but main.
define UNIT_TOOL
$B/unit/$1/%: tests/unit/$1/%.c tests/unit/unit.h $B/lib.a $(call tool_o,$1)
	@mkdir -p $$(@D)
	$$(say) cc $$<
	$Q$$(COMPILE) -MF $$@.d -Icmd/$1 -Itests/unit -o $$@ $$< \
	  $(filter-out %/main.o,$(call tool_o,$1)) $B/lib.a $$(LDFLAGS) \
	  $$(LIBS_$1) $$(LIBS) -lcmocka
endef
unit_tools = fetch match report score
$(foreach t,$(unit_tools),$(eval $(call UNIT_TOOL,$t)))
unit_t += $(patsubst tests/unit/%.c,$B/unit/%, \
            $(wildcard $(unit_tools:%=tests/unit/%/*.c)))

check-unit: $(unit_t) ## the modules of lib/, and of tools
	$(call part,unit,tests/unit/run $(unit_t))

# --- whole tools -------------------------------------------------------------

cases_t = $(sort $(wildcard tests/cases/*.t tests/cases/*/*.t))

$B/http/chaos: tests/http/chaos.c
	@mkdir -p $(@D)
	$Q$(CC) $(STD) -O1 $(CPPFLAGS) $(WARN) -o $@ $<

check-cases: all $B/http/chaos ## the tools as tests/cases/*.t says; update with tests/run -u
	$(call part,cases,tests/run $B $(cases_t))

check-laws: all $B/bench/peak ## what holds for every stateless tool
	$(call part,laws,tests/laws $B)

check-scenes: all ## the fictional city end to end
	$(call part,scenes,tests/scenes $B)

check-fair fair: all ## swapping two candidates changes nothing else
	$(call part,fair,tests/fair $B)

check-functions: all ## what score can tell apart, each held to its floor
	$(call part,functions,tests/functions/run $B)
	$(call part,heldout,tests/functions/run $B tests/functions/heldout)

check-rules: all ## the examples that lexicons and packs carry
	$(call part,rules,tests/rules $B)

evaluate: all ## how often score is right, on real posts beside the checkout
	@scripts/evaluate $B

$B/tests/reader: tests/shared/reader.c $B/lib.a
	@mkdir -p $(@D)
	$(say) cc $<
	$Q$(COMPILE) -MF $@.d -o $@ $< $B/lib.a $(LDFLAGS) $(LIBS)

check-suites: $B/tests/reader ## others' suites, where they lie beside the checkout
	$(call part,suites,tests/shared/suites $B)

check-shared: all ## on real data, where it lies beside the checkout
	$(call part,shared,env PATH="$B/bin:$$PATH" tests/shared/normalize)
	$(call part,shared-fetch,env PATH="$B/bin:$$PATH" tests/shared/fetch)
	$(call part,shared-match,env PATH="$B/bin:$$PATH" tests/shared/match)
	$(call part,ordinary,env PATH="$B/bin:$$PATH" tests/shared/ordinary)
	$(call part,twitter-text,env PATH="$B/bin:$$PATH" tests/shared/twitter-text)

MUTANTS = 40

$B/tests/mutants: tests/ledger/mutants.c
	@mkdir -p $(@D)
	$Q$(CC) $(STD) -O1 $(CPPFLAGS) $(WARN) -o $@ $<

check-ledgers: all $B/tests/mutants ## two verifiers agree on MUTANTS (40) changed ledgers
	$(call part,ledgers,tests/ledger/run $B $(MUTANTS))

check-browser: all ## the pages as people see them (scripts/setup browser)
	$(call part,browser,tests/browser/run $B)

check-bluesky: all ## fetch with the reference Bluesky server, from npm (not part of check)
	$(call part,bluesky,tests/bluesky/run $B)

check-docs: all ## --help and the pages agree
	$(call part,docs,scripts/check-docs $B $(TOOLS))
	$(call part,tables,tests/tables $B)

check-layers: ## what a compiler does not know of the tree's rules
	$(call part,layers,scripts/check-layers)

$B/faults/failn.so: tests/faults/failn.c
	@mkdir -p $(@D)
	$Q$(CC) $(STD) -O1 $(WARN) -fPIC -shared -o $@ $<

check-faults: all $B/faults/failn.so ## every tool under every fault
	$(call part,faults,tests/faults/run $B $(TOOLS))
	$(call part,ledger-faults,tests/faults/ledger $B)
	$(call part,evidence-faults,tests/faults/evidence $B)
	$(call part,killed,env PATH="$B/bin:$$PATH" tests/http/nginx 'tests/http/stopped 200 signal=KILL')

check-private: all ## no host that is not public is asked, in whatever spelling
	$(call part,private,tests/http/private/run $B)

check-warcio: all ## another reader judges the evidence (from PyPI if not here)
	$(call part,warcio,tests/http/warcio $B)

check-san: ## units, cases and fuzz seeds with ASan and UBSan
	+@$(quiet_make) B=$B/san CFLAGS='-O1 -g $(SAN)' all
	+@UBSAN_OPTIONS=print_stacktrace=1 $(quiet_make) -k B=$B/san \
	  CFLAGS='-O1 -g $(SAN)' check-unit check-cases check-seeds

VALGRIND = valgrind -q --error-exitcode=99

check-valgrind: ## units under valgrind (slow; not part of check)
	+@WRAP='$(VALGRIND)' $(quiet_make) B=$B/valgrind \
	  CFLAGS='-O1 -g -DCONFINE_OFF' check-unit

# --- fuzz targets ------------------------------------------------------------

FUZZ      = lib config ledger $(TOOLS) $(READERS)
READERS   = csv feed html time warc
FUZZ_TIME = 20
FUZZ_MAIN = tests/fuzz/replay.c
FUZZ_SAN  = -fsanitize=fuzzer-no-link,address,undefined \
            -fno-sanitize-recover=all -DCONFINE_OFF
fuzz_c    = tests/fuzz/$1_fuzz.c tests/fuzz/fuzz.c $(if $(filter \
            $(filter-out fetch,$(TOOLS)),$1),tests/fuzz/tool.c)

# A tool is linked in with its main() renamed and filter_main() in our hands.
define FUZZ_TARGET
$B/fuzz/$1: $(call fuzz_c,$1) tests/fuzz/fuzz.h tests/fuzz/replay.c \
    $(call tool_o,$1) $B/lib.a
	@mkdir -p $$(@D)
	$$(say) ld $$@
	$Q$(if $(wildcard cmd/$1),$$(LD) -r -o $$@.o $(call tool_o,$1))
	$Q$(if $(wildcard cmd/$1),objcopy --redefine-sym main=tool_main $$@.o)
	$Q$$(CC) $$(STD) $$(CPPFLAGS) -Icmd/$1 $$(CFLAGS) $$(HARDEN) \
	  -Wall -Wextra -Werror -o $$@ $(call fuzz_c,$1) $$(FUZZ_MAIN) \
	  $(if $(wildcard cmd/$1),$$@.o) $B/lib.a $$(LDFLAGS) \
	  -Wl,--wrap=filter_main -pthread $$(LIBS_$1) $$(LIBS)
endef
$(foreach t,$(filter-out $(READERS),$(FUZZ)),$(eval $(call FUZZ_TARGET,$t)))

# What reads one kind of text, without the tool around it.
define READER_TARGET
$B/fuzz/$1: $(call fuzz_c,$1) tests/fuzz/fuzz.h tests/fuzz/replay.c \
    $(filter-out %/main.o,$(call tool_o,normalize)) $B/lib.a
	@mkdir -p $$(@D)
	$$(say) ld $$@
	$Q$$(CC) $$(STD) $$(CPPFLAGS) -Icmd/normalize $$(CFLAGS) $$(HARDEN) \
	  -Wall -Wextra -Werror -o $$@ $(call fuzz_c,$1) $$(FUZZ_MAIN) \
	  $(filter-out %/main.o,$(call tool_o,normalize)) $B/lib.a \
	  $$(LDFLAGS) $$(LIBS_normalize) $$(LIBS)
endef
$(foreach t,$(READERS),$(eval $(call READER_TARGET,$t)))

fuzz_build: $(FUZZ:%=$B/fuzz/%)

check-seeds: $(FUZZ:%=$B/fuzz/%) $B/share/.done ## the fuzz targets over their seeds
	@rc=0; for t in $(FUZZ); do NETRAL_SHARE=$B/share/netral \
	  $B/fuzz/$$t tests/fuzz/seeds/all tests/fuzz/seeds/$$t || rc=1; \
	done >$B/seeds.log 2>&1; grep -v '^seeds of .*, 0 failed$$' $B/seeds.log; \
	awk '/^seeds of/ { p += $$4; f += $$6 } \
	  END { print "seeds: " p + 0 " passed, " f + 0 " failed" }' \
	  $B/seeds.log; exit $$rc

fuzz: ## FUZZ_TIME (20) seconds on each fuzz target, from its seeds
	+@$(quiet_make) B=$B/clang CC=$(CLANG) CFLAGS='-O1 -g $(FUZZ_SAN)' \
	  HARDEN=-fPIE FUZZ_MAIN='-fsanitize=fuzzer,address,undefined' \
	  fuzz_build $B/clang/share/.done
	@rc=0; for t in $(FUZZ); do mkdir -p $B/clang/corpus/$$t; \
	  echo "fuzz: $$t"; NETRAL_SHARE=$B/clang/share/netral \
	  $B/clang/fuzz/$$t -max_total_time=$(FUZZ_TIME) -max_len=8192 \
	  -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
	  -artifact_prefix=$B/clang/$$t- $B/clang/corpus/$$t \
	  tests/fuzz/seeds/all tests/fuzz/seeds/$$t 2>$B/clang/$$t.log || \
	  { rc=1; grep -v -e '^INFO' -e '^#[0-9]' $B/clang/$$t.log | head -60; }; \
	  sed -n 's/^stat::\(number_of_exec[a-z_]*\|average_exec[a-z_]*\):/# \1/p' \
	    $B/clang/$$t.log; \
	done; exit $$rc

# --- measurements and form ---------------------------------------------------

cov: ## which lines the tests do not reach
	@rm -rf $B/cov
	+@$(quiet_make) B=$B/cov CFLAGS='-O0 -g --coverage -DCONFINE_OFF' \
	  HARDEN=-fPIE all >$B/cov.log
	-+@$(quiet_make) -k B=$B/cov HARDEN=-fPIE \
	  CFLAGS='-O0 -g --coverage -DCONFINE_OFF' \
	  check-unit check-cases check-laws check-seeds
	@scripts/check-cov $B/cov

$B/bench/limit: scripts/bench/limit.c
	@mkdir -p $(@D)
	$(say) cc $<
	$Q$(COMPILE) -MF $@.d -o $@ $< $(LDFLAGS) -lyyjson

$B/bench/peak: scripts/bench/peak.c
	@mkdir -p $(@D)
	$(say) cc $<
	$Q$(COMPILE) -MF $@.d -o $@ $< $(LDFLAGS)

# Only where libvectorscan is: scripts/setup bench
$B/bench/hyperscan: $(wildcard scripts/bench/hyperscan.c scripts/bench/peer*)
	@mkdir -p $(@D)
	$Q! pkg-config --exists libhs || $(CC) -std=gnu17 -D_GNU_SOURCE -O3 \
	  -o $@ $(filter %.c,$^) $$(pkg-config --cflags --libs libhs) -lyyjson

bench: all $B/bench/limit $B/bench/peak $B/bench/hyperscan ## rates beside the limit and beside jq
	@scripts/bench/run $B
	@scripts/bench/fetch $B

c_files = $(wildcard lib/*.[ch] cmd/*/*.[ch] tests/*/*.[ch] scripts/bench/*.c)

fmt: ## clang-format all C files
	clang-format -i $(c_files)

lint: ## form and gcc's analyzer; what each has to say
	@if command -v clang-format >/dev/null; then \
	  clang-format --dry-run $(c_files) 2>&1 | grep -c 'warning:' | \
	  sed 's/$$/ places where clang-format would write it otherwise/'; \
	else echo "lint: no clang-format here"; fi
	@awk '{ gsub(/\t/, "        "); gsub(/[\200-\277]/, "") } \
	  length($$0) > 80 { print FILENAME ":" FNR ": " length($$0) \
	  " columns" }' $(c_files)
	+@$(quiet_make) -k B=$B/analyzer CC=gcc all \
	  WARN='$(filter-out -Werror,$(WARN)) -fanalyzer' >$B/analyzer.log 2>&1; \
	  grep -E 'warning:|error:' $B/analyzer.log | sort -u; true

pages = $(wildcard cmd/*/*.[1-8] lib/*.[1-8] doc/*.[1-8])

install: all ## to $(DESTDIR)$(PREFIX)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/libexec/netral \
	  $(DESTDIR)$(PREFIX)/share
	install -m 755 scripts/netral $(DESTDIR)$(PREFIX)/bin/netral
	install -m 755 $(TOOLS:%=$B/bin/netral-%) \
	  $(DESTDIR)$(PREFIX)/libexec/netral/
	@for s in $(SCRIPTS); do install -m 755 scripts/$$s \
	  $(DESTDIR)$(PREFIX)/libexec/netral/netral-$$s || exit 1; done
	install -m 755 scripts/verify-ledger $(DESTDIR)$(PREFIX)/libexec/netral/
	install -m 644 scripts/*.sh \
	  $(DESTDIR)$(PREFIX)/libexec/netral/
	cp -R $B/share/netral $(DESTDIR)$(PREFIX)/share/
	@for p in $(pages); do \
	  case $$p in cmd/*/netral-*) n=$${p##*/} ;; \
	  cmd/*/*.1) n=netral-$${p##*/} ;; *) n=$${p##*/} ;; esac; \
	  d=$(DESTDIR)$(PREFIX)/share/man/man$${p##*.}; \
	  install -d $$d && install -m 644 $$p $$d/$$n || exit 1; \
	done

.PHONY: check check-unit check-cases check-scenes check-shared check-fair fair check-functions check-rules \
  evaluate check-laws check-docs check-layers check-ledgers check-browser check-bluesky \
  check-faults check-warcio check-san check-valgrind check-seeds fuzz_build fuzz cov \
  bench fmt lint install
