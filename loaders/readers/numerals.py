"""Numbers as lists print them: ECMA-376 part 1, 17.18.59 (ST_NumberFormat), by its names."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST = 9_999


def numeral(number: int, shape: str) -> str:
    """`number` in Word's number format `shape`; decimal for shapes and numbers out of reach."""
    write = _SHAPES.get(shape)
    if write is None or not 0 < number <= _LARGEST:
        return str(number)
    return write(number)


def _chinese(number: int, digits: str, places: str) -> str:
    written = ""
    shown = str(number)
    for at, digit in enumerate(shown):
        place = places[len(shown) - at - 1]
        if digit != "0":
            written += digits[int(digit)] + place.strip()
        elif not written.endswith(digits[0]):
            written += digits[0]
    return written.rstrip(digits[0])


def chinese(number: int) -> str:
    """1 to 9,999 as 一, 十, 十一, 一百零五; 零 between places."""
    written = _chinese(number, "零" + _DIGITS[1:], " 十百千")
    return written[1:] if written.startswith("一十") else written


def _legal(number: int) -> str:
    return _chinese(number, _LEGAL_DIGITS, " 拾佰仟")


def _digitwise(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    # Word doubles the letter after z (aa, bb), up to a length that a page can hold
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _circled(number: int) -> str:
    if number <= 20:
        return chr(0x2460 + number - 1)
    if number <= 35:
        return chr(0x3251 + number - 21)
    return chr(0x32B1 + number - 36) if number <= 50 else str(number)


def _row(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


def _wide(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_SHAPES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _row("".join(map(chr, range(0x2474, 0x2488)))),
    "decimalEnclosedFullstop": _row("".join(map(chr, range(0x2488, 0x249C)))),
    "ideographEnclosedCircle": _row("".join(map(chr, range(0x3280, 0x328A)))),
    "ideographParenthesized": _row("".join(map(chr, range(0x3220, 0x322A)))),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": _digitwise,
    "japaneseDigitalTenThousand": _digitwise,
    "taiwaneseDigital": _digitwise,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "japaneseLegal": _legal,
    "ideographTraditional": _row(_STEMS),
    "ideographZodiac": _row(_BRANCHES),
    "upperRoman": lambda number: _roman(number),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "bullet": lambda number: "",
    "none": lambda number: "",
}
