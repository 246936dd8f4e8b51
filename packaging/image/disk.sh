#!/bin/sh
# Writes the disk image of a root file system: `disk.sh ROOT WORK CMDLINE`. Three partitions: the start file for the firmware (FAT),
# the system, which is mounted for reading only, and /var, which grows to the end of the disk at the first start.
set -eu
root=$1 work=$2 words=$3
image=$work/corner-kiosk.img
mega=1048576

# A file system of a folder, with so many megabytes left free: `file_system FOLDER FILE FREE UUID`.
file_system() {
    used=$(du -sm --one-file-system "$1" | cut -f1)
    rm -f "$2"
    mke2fs -q -t ext4 -m 0 -E lazy_itable_init=0 -U "$4" -d "$1" "$2" $((used + used / 8 + $3))M
}

megabytes() {
    echo $(($(stat -c %s "$1") / mega))
}

system=$(uuidgen) var=$(uuidgen) start=$(dd if=/dev/urandom bs=4 count=1 status=none | od -An -tx4 | tr -d ' ' | tr a-f A-F)
cat >"$root/etc/fstab" <<FSTAB
UUID=$system / ext4 ro 0 1
UUID=$var /var ext4 rw,nosuid,nodev,noexec,x-systemd.growfs 0 2
UUID=$(echo "$start" | sed 's/..../&-/;s/-$//') /efi vfat ro,nosuid,nodev,noexec,umask=077,nofail 0 0
tmpfs /tmp tmpfs nosuid,nodev,size=256M 0 0
/var/lib/corner-kiosk-system/cups /etc/cups none bind,nofail,x-systemd.requires-mounts-for=/var 0 0
FSTAB
echo "root=UUID=$system ro fsck.repair=yes quiet loglevel=1 vt.global_cursor_default=0 fbcon=map:1 systemd.show_status=no panic=10${words:+ $words}" \
    >"$root/etc/kernel/cmdline"
mkdir -p "$root/efi"

rm -rf "$work/var"
cp -a "$root/var" "$work/var"
find "$root/var" -mindepth 1 -delete
chroot "$root" /usr/lib/corner-kiosk/make-start-file /boot/start.efi
truncate -s 256M "$work/start.fat"
mkfs.vfat -F 32 -n START -i "$start" "$work/start.fat" >/dev/null
mmd -i "$work/start.fat" ::EFI ::EFI/BOOT
mcopy -i "$work/start.fat" "$root/boot/start.efi" ::EFI/BOOT/BOOTX64.EFI
rm "$root/boot/start.efi"
file_system "$root" "$work/system.ext4" 1024 "$system"
file_system "$work/var" "$work/var.ext4" 1024 "$var"

rm -f "$image"
first=2048 a=$(megabytes "$work/start.fat") b=$(megabytes "$work/system.ext4") c=$(megabytes "$work/var.ext4")
truncate -s $((a + b + c + 2))M "$image"
sfdisk --quiet "$image" <<TABLE
label: gpt
start=$first, size=${a}M, type=uefi, name=start
size=${b}M, type=4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709, name=system
size=${c}M, type=linux, name=var
TABLE
at=1
for part in start.fat system.ext4 var.ext4; do
    dd if="$work/$part" of="$image" bs=1M seek=$at conv=notrunc,sparse status=none
    at=$((at + $(megabytes "$work/$part")))
done
rm -rf "$work/start.fat" "$work/system.ext4" "$work/var.ext4" "$work/var"
