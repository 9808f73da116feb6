import type { PageDocument } from './cut.ts'

/** What a page tells of itself; null where it does not. */
export interface PageFacts {
  title: string | null
  publisher: string | null
  author: string | null
  /** ISO 8601 day on which it was published, as its own clock has it. */
  date: string | null
  /** BCP 47, as written. */
  language: string | null
  /** Its permanent address (http or https). */
  url: string | null
}

type Json = Record<string, unknown>

const ARTICLE = /^(?:\w*Article|BlogPosting|Report|LiveBlogPosting)$/u
const DEPTH_MAX = 6

/** Reads JSON-LD (schema.org), then meta tags, then the page's own title; the first that tells a fact is believed. */
export function readPageFacts(document: PageDocument): PageFacts {
  const article = findArticleData(document)
  const meta = (names: readonly string[]) => metaContent(document, names)
  const title = [...document.querySelectorAll('title')][0]?.textContent ?? null
  const publisher =
    text(nameOf(article.publisher)) ??
    meta(['og:site_name', 'dc.publisher', 'publisher', 'application-name'])
  return {
    title:
      text(article.headline) ??
      meta(['og:title', 'dc.title', 'twitter:title']) ??
      withoutPublisher(text(title), publisher),
    publisher,
    author:
      text(namesOf(article.author)) ?? meta(['author', 'article:author', 'dc.creator', 'byl']),
    date:
      day(article.datePublished) ??
      day(
        meta([
          'article:published_time',
          'date',
          'dc.date',
          'dc.date.issued',
          'pubdate',
          'parsely-pub-date',
          'publish-date',
        ]),
      ) ??
      day([...document.querySelectorAll('time[datetime]')][0]?.getAttribute('datetime')),
    language:
      language(article.inLanguage) ?? language(document.documentElement?.getAttribute('lang')),
    url:
      address(linkOf(document)) ??
      address(article.url) ??
      address(idOf(article.mainEntityOfPage)) ??
      address(meta(['og:url'])),
  }
}

/** The first article among the page's JSON-LD; data that is no JSON tells nothing. */
function findArticleData(document: PageDocument): Json {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = findArticle(parse(script.textContent ?? ''), 0)
    if (found !== null) return found
  }
  return {}
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // Many pages carry broken data; the article itself does not depend on it.
    return null
  }
}

function findArticle(value: unknown, depth: number): Json | null {
  if (value === null || typeof value !== 'object' || depth > DEPTH_MAX) return null
  if (Array.isArray(value)) {
    for (const one of value) {
      const found = findArticle(one, depth + 1)
      if (found !== null) return found
    }
    return null
  }
  const data = value as Json
  const types = [data['@type']].flat()
  if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return data
  return findArticle(data['@graph'] ?? data.mainEntity, depth + 1)
}

function metaContent(document: PageDocument, names: readonly string[]): string | null {
  const all = [...document.querySelectorAll('meta')]
  for (const name of names) {
    const found = all.find((meta) =>
      [
        meta.getAttribute('property'),
        meta.getAttribute('name'),
        meta.getAttribute('itemprop'),
      ].some((one) => one?.toLowerCase() === name),
    )
    const content = text(found?.getAttribute('content'))
    if (content !== null) return content
  }
  return null
}

function linkOf(document: PageDocument): string | null {
  return [...document.querySelectorAll('link[rel="canonical"]')][0]?.getAttribute('href') ?? null
}

function nameOf(value: unknown): unknown {
  const [first] = [value].flat()
  return typeof first === 'object' && first !== null ? (first as Json).name : first
}

function namesOf(value: unknown): unknown {
  const names = [value]
    .flat()
    .map(nameOf)
    .filter((name) => typeof name === 'string')
  return names.length === 0 ? null : names.slice(0, 10).join(', ')
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as Json)['@id'] : value
}

function text(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const shown = value
    .replace(/<[^>]*>/gu, '')
    .replace(/\p{Cc}+|\s+/gu, ' ')
    .trim()
    .slice(0, 500)
  return shown === '' ? null : shown
}

function day(value: unknown): string | null {
  const found =
    typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}/u.exec(value.trim())?.[0] : undefined
  return found === undefined || Number.isNaN(Date.parse(`${found}T00:00:00Z`)) ? null : found
}

function language(value: unknown): string | null {
  const tag = text(nameOf(value))
  return tag !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag) ? tag : null
}

function address(value: unknown): string | null {
  const written = text(value)
  if (written === null || !URL.canParse(written)) return null
  const { protocol, href } = new URL(written)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

/** “Title | Courier”: the page's title without the name of its house. */
function withoutPublisher(title: string | null, publisher: string | null): string | null {
  if (title === null) return null
  const parts = title.split(/\s+[|–—-]\s+/u)
  return parts.length > 1 && publisher !== null && parts.at(-1) === publisher
    ? parts.slice(0, -1).join(' – ')
    : title
}
