"""Compile the translations (.po to .mo) with Babel, so that no machine needs gettext's programs."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[1] / "cms" / "locale"


def compile_catalogue(source: Path) -> bool:
    """Whether there was something to do: a .mo that is newer than its .po stays as it is."""
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return False
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parts[-3])
    with target.open("wb") as file:
        write_mo(file, catalogue)
    return True


def main() -> None:
    compiled = [source for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")) if compile_catalogue(source)]
    for source in compiled:
        print(f"· compiled {source.relative_to(LOCALE.parents[1])}")


if __name__ == "__main__":
    main()
