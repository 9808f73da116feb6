/** The page numbers to offer: first, last, and those around the current one; null stands for a gap. */
export function pageNumbers(page: number, pageCount: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pageCount].filter(
    (number) => number >= 1 && number <= pageCount,
  )
  const numbers = [...new Set(wanted)].sort((a, b) => a - b)
  return numbers.flatMap((number, place) => {
    const previous = numbers[place - 1] ?? number - 1
    if (number - previous === 1) return [number]
    // A gap of one page is that page.
    return number - previous === 2 ? [number - 1, number] : [null, number]
  })
}
