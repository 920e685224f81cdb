/* The fuzz targets without a fuzzer: run over files, each in a process of its
 * own so that one that fails does not hide the others. */
#include "fuzz.h"

#include <dirent.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

__attribute__((weak)) int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	return 0;
}

enum { SEED_MAX = 1 << 20, PATH_MAX_ = 4096 };

static unsigned passed, failed;

static void
run_file(const char *path)
{
	static uint8_t data[SEED_MAX];
	FILE *fp = fopen(path, "r");
	size_t n = fp ? fread(data, 1, sizeof(data), fp) : 0;
	uint8_t *exact = malloc(n ? n : 1); /* a byte behind it is an error */
	int status = -1;
	pid_t pid;

	if (!fp || fclose(fp) != 0 || !exact)
		abort();
	memcpy(exact, data, n);
	(void)fflush(stdout);
	pid = fork();
	if (pid == 0)
		_exit(LLVMFuzzerTestOneInput(exact, n) != 0);
	if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0) {
		failed++;
		printf("not ok - %s\n", path);
	} else {
		passed++;
	}
	free(exact);
}

static void
run_path(const char *path)
{
	struct dirent **names;
	struct stat st;
	int n;

	if (stat(path, &st) != 0)
		return;
	if (!S_ISDIR(st.st_mode)) {
		run_file(path);
		return;
	}
	n = scandir(path, &names, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		char file[PATH_MAX_];

		(void)snprintf(file, sizeof(file), "%s/%s", path,
		    names[i]->d_name);
		if (names[i]->d_name[0] != '.')
			run_path(file);
		free(names[i]);
	}
	if (n >= 0)
		free(names);
}

int
main(int argc, char **argv)
{
	const char *name = strrchr(argv[0], '/');

	(void)LLVMFuzzerInitialize(&argc, &argv);
	for (int i = 1; i < argc; i++)
		run_path(argv[i]);
	printf("seeds of %s: %u passed, %u failed\n", name ? name + 1 : argv[0],
	    passed, failed);
	(void)fflush(stdout);
	_exit(failed != 0 || passed == 0);
}
