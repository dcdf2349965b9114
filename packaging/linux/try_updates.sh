#!/usr/bin/env bash
# Try newer versions on a till that is switched on, with a publisher on the same machine: called by
# prove_till.sh, not by hand.
set -uo pipefail

# shellcheck source=packaging/linux/till.sh
. /house/packaging/linux/till.sh
# shellcheck source=packaging/publisher.sh
. /house/packaging/publisher.sh
published=/srv/published
office=/srv/office # where the lists are, which are not published
address=http://127.0.0.1:8399
public_key=$(<"$office/public_key")
kept=$data/updates
own=$(dpkg-query -W -f='${Version}' pult)
newer=$(find "$published" -name 'pult_99.0.0_*.deb')
package=$(find "$published" -name "pult_${own}_*.deb")

starts() { user_unit start pult.service; }
ends() { pult close && wait_until is pult.service ActiveState inactive; }
installed() { [[ $(dpkg-query -W -f='${Version}' pult) == "$1" ]]; }
at_about() { screen Settings About "$@"; }
types() { (cd / && eval "$1") </dev/null; }

a_new_till
publish newer
systemd-run -q --unit=publisher -p StandardError=truncate:/tmp/requests.log \
    python3 -m http.server 8399 --bind 127.0.0.1 --directory "$published"
check "the user is logged in, with a display" log_in

echo "-- while the shop is open"
open_now
check "it starts" starts
check "a window is on the screen" wait_until a_window
check "a person finds it" at_about -Install "Look now" \
    "=Pult 99.0.0 is there; it will not install itself while you are open."
check "nothing was fetched by itself" not asked_for "${newer##*/}"
check "a person fetches it" screen Download
check "it is what was published" wait_until cmp "$kept/99.0.0/${newer##*/}" "$newer"
check "a person cannot install it" screen "=It can be installed once you have closed." -Install
check "nobody is told how to install it" not grep -q 'apt install' <(screen "?It can be installed")
check "nothing was installed" installed "$own"
check "it can be asked to end" ends
rm -rf "$kept"

echo "-- while it is closed"
closed_now
check "it starts" starts
check "it fetches the newer one by itself" wait_until cmp "$kept/99.0.0/${newer##*/}" "$newer"
check "it keeps its own as the way back" wait_until cmp "$kept/$own/${package##*/}" "$package"
check "nobody else may read there" test "$(stat -c %a "$kept")" = 700
check "nothing was installed" installed "$own"
check "it can be asked to end" ends

echo "-- what is not as signed"
publish_changed
check "it starts" starts
check "a changed list is refused" wait_until says bad_signature
check "the screen says so" at_about "=P-32 · What came is not signed by the publisher."
check "it can be asked to end" ends
publish older
check "it starts" starts
check "an older list is refused" wait_until says rolled_back
check "the screen says so" at_about "=P-32 · The publisher's list is older than what is known here."
check "it can be asked to end" ends
publish newer
find "$kept" -name '*.deb' -delete
mv "$newer" /srv/office
cp "$package" "$newer" # something else under the name that was signed
check "it starts" starts
check "another file is refused" wait_until says wrong_file
check "the screen says so" at_about "=P-32 · The file is not what was signed."
check "nothing of it is kept" not grep -q . <(find "$kept" -name '*.deb*')
check "it can be asked to end" ends
mv "/srv/office/${newer##*/}" "$newer"
sed -i 's|^url = .*|url = "http://192.0.2.1/releases.signed"|' "$config"
check "it starts" starts
check "another machine is not asked without https" \
    screen "=Pult cannot start" "=must be an https:// address" Close
check "it has ended for good" wait_until is pult.service ActiveState failed

echo "-- an administrator installs it"
closed_now
check "it starts" starts
check "it fetches both again" wait_until test -e "$kept/$own/${package##*/}"
shown=$(at_about "?an administrator then types")
command=$(sed -n 's/.*types: sudo //p' <<<"$shown")
way_back=$(sed -n 's/.*is kept: //p' <<<"$shown")
check "the screen says what to type" test "$command" = "apt install $kept/99.0.0/${newer##*/}"
check "the screen names the way back" test "$way_back" = "$kept/$own/${package##*/}"
check "while Pult runs that is refused" not types "$command"
check "nothing was changed" installed "$own"
check "Pult still answers" screen "=Pult 99.0.0 is ready to install"
check "it can be asked to end" ends
sums() { sha256sum "$config" "$data/pult.sqlite3"; }
sums >/tmp/sums
check "what the screen says is typed" types "$command"
check "the newer one is installed" installed 99.0.0
check "settings and orders are as they were" cmp /tmp/sums <(sums)
check "it starts" starts
check "a window is on the screen" wait_until a_window
check "it can be asked to end" ends

echo "-- the way back"
sums >/tmp/sums
check "the kept one is installed" types "apt install --allow-downgrades $way_back <<<y"
check "it is there again" installed "$own"
check "settings and orders are as they were" cmp /tmp/sums <(sums)
check "it starts" starts
check "a window is on the screen" wait_until a_window
check "it finds the store all right" grep -q '^green  store' <(pult check)
[[ $failed == 0 ]] || grep update "$log" | tail -n 5
log_out
systemctl stop publisher.service
end_of_trial
