import { afterEach, beforeEach, expect, vi } from 'vitest'

/** Noise fails: a console.error during a test fails it. Vitest itself fails the run on an unhandled rejection. */
let noise: string[] = []

beforeEach(() => {
  noise = []
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    noise.push(parts.map(String).join(' '))
  })
})

afterEach(() => {
  vi.mocked(console.error).mockRestore?.()
  expect(noise, 'console.error was called').toEqual([])
})
