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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(examples),
		TEST(all_lengths),
	};

	return RUN_TESTS(tests);
}
