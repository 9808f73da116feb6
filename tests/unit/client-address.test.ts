import { expect, it } from 'vitest'
import { replaceForwardingHeaders } from '#scripts/serving/client-address.ts'

const seenAs = (headers: Record<string, string>, trustedProxyCount = 0) => {
  replaceForwardingHeaders(headers, {
    socketAddress: '192.0.2.1',
    trustedProxyCount,
    publicUrl: 'https://archive.example',
  })
  return headers
}

it('believes the socket alone, whatever the client says', () => {
  const headers = seenAs({
    'x-forwarded-for': '198.51.100.7',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'for=198.51.100.7',
    'x-real-ip': '198.51.100.7',
    'x-govah-client-address': '198.51.100.7',
    'x-govah-anything': 'yes',
    accept: '*/*',
  })
  expect(headers).toEqual({ accept: '*/*', 'x-govah-client-address': '192.0.2.1' })
})

it('believes the entry that the outermost trusted proxy wrote', () => {
  const chain = '203.0.113.66, 198.51.100.7, 10.0.0.2'
  const address = (count: number) =>
    seenAs({ 'x-forwarded-for': chain }, count)['x-govah-client-address']
  expect(address(1)).toBe('10.0.0.2')
  expect(address(2)).toBe('198.51.100.7')
})

it('falls back to the socket where the chain is too short', () => {
  expect(seenAs({ 'x-forwarded-for': '10.0.0.2' }, 2)['x-govah-client-address']).toBe('192.0.2.1')
  expect(seenAs({}, 1)['x-govah-client-address']).toBe('192.0.2.1')
})

it('names the public address to Next behind a proxy', () => {
  expect(seenAs({ 'x-forwarded-host': 'evil.example' }, 1)).toMatchObject({
    'x-forwarded-host': 'archive.example',
    'x-forwarded-proto': 'https',
  })
})
