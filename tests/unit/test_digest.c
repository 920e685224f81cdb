/* digest: the examples of FIPS 180-4 and every length around a block. */
#include "digest.h"

#include "unit.h"

static void
examples(void **state)
{
	static const struct {
		const char *text, *want;
	} t[] = {
		{ "", "e3b0c44298fc1c149afbf4c8996fb924"
		      "27ae41e4649b934ca495991b7852b855" },
		{ "abc", "ba7816bf8f01cfea414140de5dae2223"
			 "b00361a396177a9cb410ff61f20015ad" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		    "248d6a61d20638b8e5c026930c3e6039"
		    "a33ce45964ff2167f6ecedd419db06c1" },
	};
	char hex[DIGEST_HEX + 1];

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		digest_sha256(str_from(t[i].text), hex);
		assert_string_equal(hex, t[i].want);
	}
	digest_sha256((struct str){ NULL, 0 }, hex);
	assert_string_equal(hex, t[0].want);
}

/* The digest of the digests of a^0, a^1, ..., a^200, as coreutils has it. */
static void
all_lengths(void **state)
{
	struct buf b = { 0 };
	char text[200], hex[DIGEST_HEX + 1];

	(void)state;
	memset(text, 'a', sizeof(text));
	for (size_t n = 0; n <= sizeof(text); n++) {
		digest_sha256((struct str){ text, n }, hex);
		buf_put(&b, str_from(hex));
		buf_char(&b, '\n');
	}
	digest_sha256(buf_str(&b), hex);
	assert_string_equal(hex, "a9759c8911136c93d94b93a5521b7969"
	    "e7ddfdc1006299a87034b9d130a0d59e");
	buf_release(&b);
}

/* RFC 4231, sections 4.2, 4.3 and 4.7: a key, a short one, one of 131 bytes. */
static void
hmac_examples(void **state)
{
	char key[131], hex[DIGEST_HEX + 1];

	(void)state;
	memset(key, 0x0B, 20);
	digest_hmac((struct str){ key, 20 }, STR("Hi There"), hex);
	assert_string_equal(hex, "b0344c61d8db38535ca8afceaf0bf12b"
	    "881dc200c9833da726e9376c2e32cff7");
	digest_hmac(STR("Jefe"), STR("what do ya want for nothing?"), hex);
	assert_string_equal(hex, "5bdcc146bf60754e6a042426089575c7"
	    "5a003f089d2739839dec58b964ec3843");
	memset(key, 0xAA, sizeof(key));
	digest_hmac((struct str){ key, sizeof(key) },
	    STR("Test Using Larger Than Block-Size Key - Hash Key First"),
	    hex);
	assert_string_equal(hex, "60e431591ee0b67f0d8a26aacbf5b77f"
	    "8e0bc6213728c5140546040f0ee37f54");
}

/* Bytes that come in two pieces, cut anywhere, are the same bytes. */
static void
pieces(void **state)
{
	char text[200], want[DIGEST_HEX + 1], got[DIGEST_HEX + 1];
	struct digest d;

	(void)state;
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = (char)(i * 7);
	digest_sha256((struct str){ text, sizeof(text) }, want);
	for (size_t cut = 0; cut <= sizeof(text); cut++) {
		digest_begin(&d);
		digest_add(&d, (struct str){ text, cut });
		digest_add(&d, (struct str){ text + cut, sizeof(text) - cut });
		digest_end(&d, got);
		assert_string_equal(got, want);
	}
}

/* Side by side as one by one, wherever the pieces begin and end. */
static void
together(void **state)
{
	enum { N = 3, MOST = 1000, STEP = 37 };
	char text[MOST + N], want[DIGEST_HEX + 1], got[DIGEST_HEX + 1];

	(void)state;
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = (char)(i * 7 + i / 251);
	for (size_t n = 0; n <= MOST; n += STEP)
		for (size_t cut = 0; cut <= n; cut += STEP / 3) {
			struct digest one[N], all[N];
			struct digest_part part[N];

			for (size_t i = 0; i < N; i++) {
				struct str s = { text + i, i == 1 ? n / 2 : n };
				struct str at = { s.p, cut * i < s.n ? cut * i
				    : s.n };

				digest_begin(&one[i]);
				digest_add(&one[i], s);
				digest_begin(&all[i]);
				digest_add(&all[i], at);
				part[i] = (struct digest_part){ &all[i],
					str_skip(s, at.n) };
			}
			digest_add_all(part, 2 + n % 2);
			for (size_t i = 0; i < 2 + n % 2; i++) {
				digest_end(&one[i], want);
				digest_end(&all[i], got);
				assert_string_equal(got, want);
			}
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(examples),
		TEST(all_lengths),
		TEST(hmac_examples),
		TEST(pieces),
		TEST(together),
	};

	return RUN_TESTS(tests);
}
