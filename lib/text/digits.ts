/** Turns Persian (U+06F0) and Arabic (U+0660) digits into ASCII digits, one for one. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) =>
    String.fromCharCode(48 + (digit.charCodeAt(0) & 0xf)),
  )
}

/** Turns ASCII digits into Persian ones, one for one. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
}
