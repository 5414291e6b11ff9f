# The words of make that have to do with packages: see docs/packaging.md.

DIST ?= dist
# Which systems to build for: SYSTEMS=linux leaves the others out.
SYSTEMS ?=

.PHONY: packages-deps
packages-deps: setup-build ## install what it takes to build the packages (Debian, Ubuntu)
	@packaging/deps.sh build

.PHONY: packages
packages: packages-deps ## dist/: deb, rpm, Arch package, tarball, Windows set-up and zip, macOS template
	@packaging/build.sh $(DIST) $(SYSTEMS)

.PHONY: packages-verify
packages-verify: packages-deps ## build the packages twice in two folders and compare every byte
	@packaging/verify.sh $(SYSTEMS)

.PHONY: test-packages
test-packages: packages-deps ## install, use, upgrade and remove the Linux packages in clean systems (needs root)
	@packaging/deps.sh test-linux
	@packaging/linux/test.sh $(DIST)

.PHONY: test-windows
test-windows: packages-deps ## install, use, upgrade and remove the Windows set-up under wine
	@packaging/deps.sh test-windows
	@packaging/windows/test.sh $(DIST)
