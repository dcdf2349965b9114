# shellcheck shell=bash
# What all trials share: short words for what is looked at, and a count of it at the end.

checks=0
failed=0
patience=300 # seconds that something may take on a slow machine

check() { # check WHAT COMMAND...
    checks=$((checks + 1))
    if "${@:2}" >/tmp/said 2>&1; then
        printf 'ok      %s\n' "$1"
    else
        printf 'FAILED  %s\n' "$1"
        tail -n 5 /tmp/said
        failed=$((failed + 1))
    fi
}
not() { ! "$@"; }
wait_until() { # wait_until COMMAND...
    local until=$((SECONDS + patience))
    until "$@"; do
        ((SECONDS < until)) || return 1
        sleep 0.2
    done
}
end_of_trial() {
    printf '%d checks, %d failed\n' "$checks" "$failed"
    exit $((failed > 0))
}
