/** Pages beyond this are read by nobody; they cost as much as all the ones before. */
export const PAGE_MAX = 500
export const PER_PAGE_MAX = 100
