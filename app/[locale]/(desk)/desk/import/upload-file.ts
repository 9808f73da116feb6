/** A file or a pasted text on its way to the archive. */
export interface Upload {
  body: Blob
  name: string
  /** `auto`: to be told from the file. */
  kind: string
}

/**
 * Sends a file as the body of one request, and resolves with the import that it became. Not by `fetch`, which cannot
 * tell how much has gone out. @throws Error with what to tell the person
 */
export function uploadFile(
  { body, name, kind }: Upload,
  {
    locale,
    offline,
    onProgress,
  }: { locale: string; offline: string; onProgress: (part: number) => void },
): Promise<string> {
  const query = new URLSearchParams({ name })
  if (kind !== 'auto') query.set('kind', kind)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/desk/imports?${query}`)
    request.responseType = 'json'
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', locale)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    // The connection failed, or something in between answered in our place: nothing is lost here.
    request.onerror = () => reject(new Error(offline))
    request.onload = () => {
      const answer = request.response as {
        importId?: string
        error?: { message: string }
      } | null
      if (request.status === 201 && answer?.importId) resolve(answer.importId)
      else reject(new Error(answer?.error?.message ?? offline))
    }
    request.send(body)
  })
}
