#!/usr/bin/env bash
# Try a vendor's key in the desktop's keyring, on a till that is switched on: called by prove_till.sh,
# not by hand.
set -uo pipefail

# shellcheck source=packaging/linux/till.sh
. /house/packaging/linux/till.sh
key=a-key-that-is-found-nowhere
name=vendors.cheers.api_key
file=${config%/*}/secrets.toml

# As a log-in with the password does it; who is logged in without one leaves it locked.
unlock() {
    printf password | as_till gnome-keyring-daemon --replace --daemonize --unlock --components=secrets
}
is_locked() {
    as_till busctl --user get-property org.freedesktop.secrets \
        /org/freedesktop/secrets/aliases/default org.freedesktop.Secret.Collection Locked | grep -qx 'b true'
}
sets() { printf %s "$key" | pult secret set "$name" >/tmp/answer; }
# A locked keyring asks for its password; its question takes keyboard and pointer until it is closed.
is_asked() { as_till xdotool search --onlyvisible --name '^Unlock'; }
closes_question() { wait_until is_asked && as_till xdotool key Escape && wait_until not is_asked; }
sets_unasked() {
    sets &
    closes_question
    wait $!
}
answers() { grep -qF -- "$1" /tmp/answer; }
vendor_answers() { pult check | grep -E '^amber +vendor +cheers +connected'; }
key_is_unread() { # key_is_unread WHY
    pult check >/tmp/answer 2>&1
    [[ $? == 1 ]] && grep -qE '^red +vendor +cheers +key not readable' /tmp/answer && answers "$1"
}
settings_lack() { # settings_lack WHY: pult check finds no key, and says why
    pult check >/tmp/answer 2>&1
    [[ $? == 2 ]] && answers "$name is missing while the vendor is enabled" && answers "$1"
}
forgets() { rm -rf "$file" "$home/.local/share/keyrings"; }

a_new_till
cat >"$config" <<TABLES
[till]
language = "en"
[callbacks]
port = 9402
[vendors.cheers]
enabled = true
base_url = "http://127.0.0.1:9401"
TABLES
systemd-run -q --unit=cheers pult simulate cheers --port 9401 --key "$key"

echo "-- the keyring is unlocked"
check "the user is logged in" log_in
check "the keyring is unlocked by the password" unlock
check "a key is set" sets
check "it is in the keyring" answers "$name is stored in the keyring of this user"
check "no file has it" not grep -rqF "$key" "$home"
check "pult check reads it, and the vendor takes it" vendor_answers
check "Pult starts" user_unit start pult.service
check "it reads it, and the vendor takes it" screen "=Cheers: connected"
check "no log has it" not grep -rqF "$key" "$home"
check "the user logs out" log_out
check "the user logs in" log_in
check "the keyring is unlocked by the password" unlock
check "Pult starts" user_unit start pult.service
check "the key is still there" screen "=Cheers: connected"
check "the user logs out" log_out

echo "-- the keyring is locked"
check "the user is logged in without a password" log_in
check "pult check says that the key is not readable" key_is_unread "it may wait for its password"
check "the keyring is locked" is_locked
check "its question is closed" closes_question
check "Pult starts" user_unit start pult.service
check "its question is closed" closes_question
check "the vendor alone says so on the screen" screen "=Cheers: key not readable"
check "the keyring is unlocked by the password" unlock
check "Pult reads it by itself, and the vendor takes it" wait_until screen "=Cheers: connected"
check "no log has it" not grep -rqF "$key" "$home"
check "the user logs out" log_out

echo "-- the keyring is locked, and a key is set"
check "the user is logged in without a password" log_in
check "a key is set, and the question closed" sets_unasked
check "it is in a file, and why" answers "readable by this user only, because: the keyring is locked"
check "nobody else may read that" test "$(stat -c '%a %U' "$file")" = "600 till"
check "Pult starts" user_unit start pult.service
check "it reads it, and the vendor takes it" screen "=Cheers: connected"
check "the user logs out" log_out

echo "-- there is no keyring"
forgets
apt-get -q -y remove gnome-keyring >/tmp/said 2>&1
check "nothing answers for one" test ! -e /usr/bin/gnome-keyring-daemon
check "the user is logged in" log_in
check "pult check says why there is no key" settings_lack "no keyring to trust on this computer"
check "a key is set" sets
check "it is in a file, and why" answers "because: no keyring to trust on this computer"
check "nobody else may read that" test "$(stat -c '%a %U' "$file")" = "600 till"
check "Pult starts" user_unit start pult.service
check "it reads it, and the vendor takes it" screen "=Cheers: connected"
check "the user logs out" log_out
systemctl stop cheers.service
end_of_trial
