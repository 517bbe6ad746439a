# make            the program: build/tekigo
# make demo       install what is missing, build, compile examples/manufacturer-ja into out/
# make check      build and run every test
# make accept     show what differs from the expectations of the tests, then write it
# make asan       the same tests under the address and undefined-behaviour sanitizers
# make prove      every promise of docs/promises.md kept to its figure: one table (up to 20 minutes; SECTIONS="kill paths": these)
# make docs       the reference pages docs/messages.md, rules.md, fields.md and documents.md
# make fuzz       every parser under libFuzzer for FUZZ_SECONDS each, then a minute of damaged trees, under the sanitizers
# make valgrind   the tests of messages, the unit tests and builds of the examples under valgrind (an hour)
# make bench      time of every stage on generated trees
# make install    PREFIX=/usr/local
# make clean      remove build/ and out/
MAKEFLAGS += --no-builtin-rules
SHELL := /bin/bash
.DEFAULT_GOAL := all

VERSION := 0.1.0
BUILD ?= build
PREFIX ?= /usr/local
DESTDIR ?=

# The packages of Debian 12, used by `make deps` and `make test-deps` alone. To build and run, by purpose: compiling;
# reading sources; scripts; PDFs; images; what drawings are loaded with; fonts.
PACKAGES := gcc make pkg-config libc6-dev \
  libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libutf8proc-dev libgit2-dev libjansson-dev libsodium-dev \
  liblua5.4-dev lua5.4 \
  libhpdf-dev libharfbuzz-dev libdeflate-dev \
  libpng-dev libjpeg-dev zlib1g-dev libxml2-dev \
  librsvg2-2 libqpdf29 \
  fonts-morisawa-bizud-gothic fonts-ipaexfont-mincho fonts-ipamj-mincho fonts-dejavu-core fonts-liberation
# Beside them to test: the tests themselves, with strace for tests/prove; what others say of our PDFs; build/conform with what MuPDF is linked with;
# a font with PostScript outlines.
TEST_PACKAGES := git libcmocka-dev libicu-dev jq strace \
  qpdf mupdf-tools poppler-utils default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java \
  libmupdf-dev libmujs-dev libgumbo-dev libopenjp2-7-dev libjbig2dec0-dev libssl-dev libfreetype-dev \
  fonts-gfs-didot
# Beside those for `make prove`: fuzz targets; what a build opens and asks of memory; what others say of our HTML.
PROVE_PACKAGES := clang libclang-rt-dev \
  strace valgrind \
  nodejs npm chromium

comma := ,
# Linked; librsvg, libqpdf, libgit2 and libxml2 are loaded when they are needed.
LIBRARIES := libcmark-gfm yaml-0.1 lua5.4 harfbuzz harfbuzz-subset libpng libjpeg zlib libdeflate libutf8proc jansson libsodium
CC := gcc
CLANG := clang
LUAC := luac5.4
JOBS := $(shell nproc 2>/dev/null || echo 2)
OPTIMIZE ?= -O2
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wpointer-arith
ifdef CI
WARNINGS += -Werror
endif
CPPFLAGS += -Icompiler -D_GNU_SOURCE -DTEKIGO_VERSION='"$(VERSION)"'
CFLAGS += -std=c11 -g $(OPTIMIZE) $(WARNINGS) $(SANITIZE) $(shell pkg-config --cflags $(LIBRARIES) libxml-2.0 2>/dev/null)
# Functions of svg.c, revision.c, limits.c and allocation.c that stand before those of libraries.
EXPORTED := cairo_tag_begin cairo_tag_end mbedtls_x509_crt_parse_file pthread_create \
  malloc calloc realloc posix_memalign aligned_alloc memalign valloc pvalloc
LDFLAGS += $(SANITIZE) $(EXPORTED:%=-Wl$(comma)--export-dynamic-symbol=%)
LDLIBS += $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null) -lcmark-gfm-extensions -lhpdf -lm -lpthread

SOURCES := $(sort $(wildcard compiler/*.c compiler/*/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/embedded.o
PROGRAM_OBJECTS := $(BUILD)/compiler/main.o
LIBRARY := $(BUILD)/libtekigo.a
EMBEDDED := $(sort $(shell find lua templates examples/minimal examples/init -type f -not -path '*/out/*' 2>/dev/null))
BYTECODE := $(patsubst %,$(BUILD)/bytecode/%,$(filter lua/%.lua templates/%.lua,$(EMBEDDED)))
UNIT_SOURCES := $(sort $(wildcard tests/unit/*.c))
UNIT_TESTS := $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/unit/%)
FUZZ_TARGETS := $(patsubst tests/fuzz/%.c,$(BUILD)/target/%,$(sort $(wildcard tests/fuzz/*.c)))

.PHONY: all deps test-deps prove-deps demo check run-tests prove accept asan docs fuzz fuzz-targets asan-program valgrind bench install clean

all: $(BUILD)/tekigo

$(BUILD)/tekigo: $(PROGRAM_OBJECTS) $(LIBRARY)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(LIBRARY): $(filter-out $(PROGRAM_OBJECTS),$(OBJECTS))
	rm -f $@
	ar rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/bytecode/%: %
	@mkdir -p $(@D)
	$(LUAC) -o $@ $<

$(BUILD)/embedded.S: compiler/embed.sh $(EMBEDDED) $(BYTECODE)
	bash compiler/embed.sh $(BUILD)/bytecode $(EMBEDDED) > $@

$(BUILD)/embedded.o: $(BUILD)/embedded.S
	$(CC) -c -o $@ $<

$(BUILD)/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(LIBRARY) $(LDLIBS) $(TEST_LDLIBS) -lcmocka

$(BUILD)/unit/line_icu: TEST_LDLIBS = $(shell pkg-config --libs icu-uc)

# Parsers under damaged input: over the files they are given, or, with FUZZ_ENGINE, over what that finds.
FUZZ_ENGINE :=
FUZZ_COMMON := $(BUILD)/tests/fuzz/lib/fuzz.o $(if $(FUZZ_ENGINE),,$(BUILD)/tests/fuzz/lib/replay.o)
$(BUILD)/target/%: tests/fuzz/%.c $(FUZZ_COMMON) $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) -Itests/fuzz $(CPPFLAGS) $(CFLAGS) -MMD -MP $(LDFLAGS) $(FUZZ_ENGINE) -o $@ $< $(FUZZ_COMMON) $(LIBRARY) $(LDLIBS)

$(BUILD)/layout-of: tests/layout_of.c $(LIBRARY)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(LIBRARY) $(LDLIBS)

# MuPDF comes as a static library: what it needs is named here.
CONFORM_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/conform/*.c)))
$(CONFORM_OBJECTS): CPPFLAGS := -D_GNU_SOURCE $(shell pkg-config --cflags freetype2 libxml-2.0 2>/dev/null)
$(BUILD)/conform: $(CONFORM_OBJECTS)
	$(CC) $(LDFLAGS) -o $@ $^ -lmupdf -lmupdf-third -lmujs -lgumbo -lopenjp2 -ljbig2dec -ljpeg -lharfbuzz -lcrypto \
	  $(shell pkg-config --libs freetype2 libxml-2.0) -lz -lm

deps test-deps prove-deps:
	@bash tests/packages.sh $(PACKAGES) $(if $(filter-out deps,$@),$(TEST_PACKAGES)) $(if $(filter prove-deps,$@),$(PROVE_PACKAGES))

# Packages come first: pkg-config is asked again by the inner make.
demo: deps
	@$(MAKE) --no-print-directory -j$(JOBS) all
	@$(BUILD)/tekigo -C examples/manufacturer-ja build --out $(CURDIR)/out

check: test-deps
	@$(MAKE) --no-print-directory -j$(JOBS) run-tests

TEST_PROGRAMS := $(UNIT_TESTS) $(FUZZ_TARGETS) $(BUILD)/layout-of $(BUILD)/conform
run-tests: all $(TEST_PROGRAMS)
	@BUILD=$(BUILD) bash tests/run.sh

prove: prove-deps
	@$(MAKE) --no-print-directory -j$(JOBS) all $(TEST_PROGRAMS)
	@$(MAKE) --no-print-directory fuzz-targets asan-program
	@BUILD=$(BUILD) bash tests/prove/run.sh $(SECTIONS)

accept: all $(TEST_PROGRAMS)
	@BUILD=$(BUILD) bash tests/run.sh --accept

asan:
	@$(MAKE) --no-print-directory -j$(JOBS) BUILD=build/asan OPTIMIZE=-O1 \
	  SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer" run-tests

# The same sources by clang, for its fuzzer; it tells of the sanitizer by another name than gcc.
FUZZ_SECONDS := 5
fuzz-targets:
	@$(MAKE) --no-print-directory -j$(JOBS) BUILD=build/fuzz CC="$(CLANG)" OPTIMIZE=-O1 FUZZ_ENGINE=-fsanitize=fuzzer \
	  SANITIZE="-D__SANITIZE_ADDRESS__=1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer" \
	  $(FUZZ_TARGETS:$(BUILD)/%=build/fuzz/%)

asan-program:
	@$(MAKE) --no-print-directory -j$(JOBS) BUILD=build/asan OPTIMIZE=-O1 \
	  SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer" all

fuzz: fuzz-targets asan-program
	@bash tests/fuzz/targets.sh $(FUZZ_SECONDS)
	@bash tests/fuzz/run.sh

valgrind: all $(UNIT_TESTS)
	@BUILD=$(BUILD) bash tests/valgrind/run.sh

# Reference pages that the program prints itself; tests/scripts/docs-current.sh compares them.
docs: all
	@mkdir -p $(BUILD)/empty
	$(foreach page,messages rules fields documents,$(BUILD)/tekigo -C $(BUILD)/empty info $(page) > docs/$(page).md &&) true

bench: all
	@BUILD=$(BUILD) bash tests/bench/run.sh

install: all
	install -Dm755 $(BUILD)/tekigo $(DESTDIR)$(PREFIX)/bin/tekigo
	install -Dm644 docs/tekigo.1 $(DESTDIR)$(PREFIX)/share/man/man1/tekigo.1

clean:
	rm -rf build out

-include $(OBJECTS:.o=.d) $(UNIT_TESTS:=.d) $(FUZZ_TARGETS:=.d) $(FUZZ_COMMON:.o=.d) $(BUILD)/layout-of.d $(CONFORM_OBJECTS:.o=.d)
