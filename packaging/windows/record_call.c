/* Stands in for netsh.exe under wine: writes down what it was asked, and changes nothing. */
#include <stdio.h>
#include <windows.h>

int main(void) {
    FILE *kept = fopen("C:\\netsh-calls.txt", "a");
    if (kept == NULL) return 1;
    fprintf(kept, "%s\n", GetCommandLineA());
    return fclose(kept) != 0;
}
