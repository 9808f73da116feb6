import { defineRoute } from '#app/_server/route.ts'
import { readImportHealth } from '#lib/importing/health.ts'
import { readHealth } from '#lib/search/health.ts'

export const dynamic = 'force-dynamic'

/** For monitors: 503 while searches fail. Open to everyone and also in a closed archive; it holds numbers alone. */
export const GET = defineRoute({
  handle: async (viewer) => {
    const health = await readHealth(viewer)
    const body = { ...health, imports: readImportHealth(viewer) }
    return Response.json(body, { status: health.status === 'failing' ? 503 : 200 })
  },
})
