import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { SignIn } from '#scripts/serving/data-folder.ts'
import { startProduct } from '#scripts/serving/start-product.ts'

/** One running product with a fresh demo archive for all browser tests. */
export default async function setup(project: TestProject) {
  const dataPath = mkdtempSync(join(tmpdir(), 'govah-e2e-'))
  const product = await startProduct(dataPath)
  project.provide('product', { url: product.url, dataPath, signIns: product.signIns })
  return async () => {
    await product.stop()
    rmSync(dataPath, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    product: { url: string; dataPath: string; signIns: SignIn[] }
  }
}
