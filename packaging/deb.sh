#!/usr/bin/env bash
# Make a Debian package of the built program:  bash packaging/deb.sh
# Needs dist/pult (packaging/build.sh); gives dist/pult_VERSION_ARCHITECTURE.deb. Whoever publishes it
# says so as for Debian's own tools: DEBFULLNAME and DEBEMAIL.
set -euo pipefail

house=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=packaging/install.sh
. "$house/packaging/install.sh"

cd -- "$house"
mkdir -p build
exec 8>build/lock
flock -n 8 || fail "a build is running already"
python=$house/.venv/bin/python
linux=packaging/linux
root=build/deb
work=build/shlibdeps
lib=$root/usr/lib/pult
share=$root/usr/share

[[ -x dist/pult/pult ]] || fail "there is no dist/pult yet: bash packaging/build.sh"
# What the voice and Wayland are linked with; only an installed library tells its package.
mapfile -t lacking < <(not_installed dpkg-dev libspeechd2 libwayland-cursor0 libwayland-egl1)
if [[ ${#lacking[@]} != 0 ]]; then
    log=$(mktemp "${TMPDIR:-/tmp}/pult-deb.XXXXXX")
    install_packages "${lacking[@]}" || fail "needed to make a package: ${lacking[*]}"
    rm -f -- "$log"
fi

# place MODE SOURCE TARGET
place() { install -D -m "$1" -- "$2" "$3"; }

rm -rf -- "$root" "$work"
mkdir -p -- "$root/DEBIAN" "$root/usr/lib" "$root/usr/bin" "$work/debian"
cp -a -- dist/pult "$lib"
find "$lib" -type d -exec chmod 755 {} + -o -type f -exec chmod u=rw,go=r {} +
chmod 755 "$lib/pult"
ln -s ../lib/pult/pult "$root/usr/bin/pult"

place 644 "$linux/pult.desktop" "$share/applications/pult.desktop"
place 644 "$linux/pult-kiosk.desktop" "$share/applications/pult-kiosk.desktop"
place 644 "$linux/pult.metainfo.xml" "$share/metainfo/pult.metainfo.xml"
place 644 "$linux/pult.service" "$root/usr/lib/systemd/user/pult.service"
place 644 "$linux/pult-kiosk.service" "$root/usr/lib/systemd/user/pult-kiosk.service"
place 644 "$linux/60-pult.rules" "$root/usr/lib/udev/rules.d/60-pult.rules"

icons=$share/icons/hicolor
place 644 resources/app-icon.svg "$icons/scalable/apps/pult.svg"
QT_QPA_PLATFORM=offscreen "$python" packaging/app_icon.py build/icons
for picture in build/icons/*.png; do
    size=$(basename "$picture" .png)
    place 644 "$picture" "$icons/${size}x$size/apps/pult.png"
done

place 644 "$linux/copyright" "$share/doc/pult/copyright"
place 644 "$linux/lintian-overrides" "$share/lintian/overrides/pult"
gzip -9n <packaging/CHANGELOG.md >"$share/doc/pult/CHANGELOG.md.gz"
"$python" packaging/deb_control.py changelog | gzip -9n >"$share/doc/pult/changelog.gz"
mkdir -p -- "$share/man/man1"
"$python" packaging/man_page.py | gzip -9n >"$share/man/man1/pult.1.gz"

# What the program is linked with and does not bring itself. Its own libraries are in no package,
# hence the missing information; a library that is nowhere on this machine still ends the build.
printf 'Source: pult\n\nPackage: pult\nArchitecture: any\n' >"$work/debian/control"
mapfile -d '' -t linked < <(
    find "$house/$lib" -type f \( -name '*.so' -o -name '*.so.*' -o -path '*/pult/pult' \) -print0
)
mapfile -t own < <(find "$house/$lib" -name '*.so*' -printf '-l%h\n' | sort -u)
depends=$(
    cd -- "$work"
    dpkg-shlibdeps -O --ignore-missing-info "${own[@]}" "${linked[@]}" 2>warnings
) || fail "a library of the program is not installed here: $(grep -m1 error "$work/warnings")"

architecture=$(dpkg --print-architecture)
size=$(du -sk --apparent-size "$root/usr" | cut -f1)
"$python" packaging/deb_control.py control "$architecture" "$size" "${depends#shlibs:Depends=}" \
    >"$root/DEBIAN/control"
place 755 "$linux/preinst" "$root/DEBIAN/preinst"
place 755 "$linux/postinst" "$root/DEBIAN/postinst"
(cd -- "$root" && find usr -type f -exec md5sum {} +) >"$root/DEBIAN/md5sums"

version=$(sed -n 's/^Version: //p' "$root/DEBIAN/control")
package=dist/pult_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zzstd -z12 --build "$root" "$package" >/dev/null
say "built: $package, $(du -m "$package" | cut -f1) MB"
