# shellcheck shell=bash
# Sourced by the scripts at the top: finds JDK 25 and Maven, or says how to get them.
#   require_jdk_25   exports JAVA_HOME of a JDK 25
#   require_maven    checks that mvn is there and not older than 3.8.7

# True if the folder holds a JDK (with a compiler) of version 25.
is_jdk_25() {
  [ -n "${1:-}" ] && [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    grep -q '^JAVA_VERSION="25[."]' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | grep -q 'version "25[."]'
  fi
}

# Folders that may hold a JDK, the user's own choice first.
jdk_candidates() {
  printf '%s\n' "${JAVA_HOME:-}"
  local on_path
  if on_path=$(command -v javac); then
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    dirname "$(dirname "$on_path")"
  fi
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25 2>/dev/null || true
  fi
  printf '%s\n' /usr/lib/jvm/*25* /opt/*jdk*25* "$HOME"/.sdkman/candidates/java/25* \
    "$HOME"/.jdks/*25* "$HOME"/Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    "/c/Program Files/Eclipse Adoptium"/jdk-25* "/c/Program Files/Java"/jdk-25*
}

require_jdk_25() {
  local folder
  while IFS= read -r folder; do
    if is_jdk_25 "$folder"; then
      export JAVA_HOME="$folder"
      return 0
    fi
  done < <(jdk_candidates)
  cat >&2 <<'END'
A JDK 25 is needed and none was found (looked at JAVA_HOME, PATH, /usr/lib/jvm, /opt, SDKMAN, ~/.jdks).
Install one, then run this again:
  Debian, Ubuntu   sudo apt install openjdk-25-jdk      (or temurin-25-jdk from Adoptium's repository)
  macOS            brew install openjdk@25
  Windows          winget install EclipseAdoptium.Temurin.25.JDK
An installed one elsewhere: export JAVA_HOME=/its/folder
END
  exit 1
}

require_maven() {
  local version oldest
  if ! command -v mvn >/dev/null; then
    cat >&2 <<'END'
Maven 3.8.7 or later is needed and there is no mvn on the PATH. Install it, then run this again:
  Debian, Ubuntu   sudo apt install maven
  macOS            brew install maven
  Windows          winget install Apache.Maven   (or: scoop install maven)
END
    exit 1
  fi
  # Read from the launcher's jar names where that works: starting Maven only to ask takes a second.
  version=$(maven_version)
  oldest=$(printf '%s\n' 3.8.7 "$version" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)
  if [ "$oldest" != 3.8.7 ]; then
    echo "Maven 3.8.7 or later is needed; $(command -v mvn) is $version. Update it, then run this again." >&2
    exit 1
  fi
}

maven_version() {
  local home core
  home=$(readlink -f "$(command -v mvn)" 2>/dev/null || command -v mvn)
  home=$(dirname "$(dirname "$home")")
  # Debian links maven-core-3.x.jar beside the real one.
  for core in "$home"/lib/maven-core-*.jar; do
    core=${core##*/maven-core-}
    core=${core%.jar}
    if [[ $core =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
      printf '%s\n' "$core"
      return 0
    fi
  done
  mvn --version 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9][0-9.]*\).*$/\1/p' | head -n 1
}
