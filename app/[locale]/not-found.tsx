import { NothingHereText } from '#app/_shell/nothing-here.tsx'

/** What Next shows for its own `notFound()`. Pages of the reading room return `NothingHere`, which needs no JavaScript. */
export default function NotFoundPage() {
  return <NothingHereText />
}
