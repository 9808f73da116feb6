/** What is used of the document object model; the library's own types ask for a browser's. */
export interface PageNode {
  nodeType: number
  childNodes: Iterable<PageNode>
  parentNode: PageElement | null
  textContent: string | null
}
export interface PageElement extends PageNode {
  localName: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  hasAttribute(name: string): boolean
  insertBefore(node: PageNode, before: PageNode | null): void
  appendChild(node: PageNode): void
  querySelectorAll(selector: string): Iterable<PageElement>
  remove(): void
}
export interface PageDocument extends PageElement {
  body: PageElement
  documentElement: PageElement
  createElement(name: string): PageElement
}

export interface PageCut {
  text: string
  mark: string
  kind: PageBlockKind
}

const NOT_SHOWN =
  'script,style,noscript,template,iframe,object,embed,svg,math,canvas,video,audio,select,button,input,textarea,dialog,[hidden],[aria-hidden="true"]'
const BLOCKS = new Set(
  'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const ELEMENT = 1
const TEXT = 3

/**
 * Cuts what a page shows into blocks and sets a mark on the element of each. Words that stand beside blocks, in none of
 * their own, are put into one.
 */
export function cutPage(document: PageDocument, mark: string): PageCut[] {
  for (const element of [...document.querySelectorAll(NOT_SHOWN)]) element.remove()
  for (const element of [...document.querySelectorAll('[style]')]) {
    if (/display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute('style') ?? '')) {
      element.remove()
    }
  }
  const cuts: PageCut[] = []
  const take = (element: PageElement) => {
    const text = shownText(element)
    if (!/[\p{L}\p{N}]/u.test(text)) return
    element.setAttribute(mark, String(cuts.length))
    cuts.push({ text, mark: String(cuts.length), kind: kindOf(element) })
  }
  const visit = (element: PageElement) => {
    const children = [...element.childNodes]
    if (!children.some(isBlock)) return take(element)
    let run: PageNode[] = []
    const flush = () => {
      if (run.some((node) => (node.textContent ?? '').trim() !== '')) {
        const wrapper = document.createElement('p')
        element.insertBefore(wrapper, run[0]!)
        for (const node of run) wrapper.appendChild(node)
        take(wrapper)
      }
      run = []
    }
    for (const child of children) {
      if (isBlock(child)) {
        flush()
        visit(child as PageElement)
      } else if (child.nodeType === ELEMENT || child.nodeType === TEXT) run.push(child)
    }
    flush()
  }
  visit(document.body)
  return cuts
}

/** Whether a node is a block, or holds one. */
function isBlock(node: PageNode): boolean {
  if (node.nodeType !== ELEMENT) return false
  const element = node as PageElement
  if (BLOCKS.has(element.localName)) return true
  return [...element.querySelectorAll('p,div,h1,h2,h3,h4,h5,h6,li,blockquote,table')].length > 0
}

/** The words of an element with its line breaks, white space as a browser shows it. */
function shownText(element: PageElement): string {
  let text = ''
  const add = (node: PageNode) => {
    if (node.nodeType === TEXT) text += (node.textContent ?? '').replace(/[ \t\r\n\f]+/gu, ' ')
    else if (node.nodeType === ELEMENT) {
      if ((node as PageElement).localName === 'br') text += '\n'
      else for (const child of node.childNodes) add(child)
    }
  }
  add(element)
  return text
    .replace(/\u00ad|(?![\n\t])\p{Cc}/gu, '')
    .replace(/[^\S\n\u00a0]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim()
}

const CAPTION = /caption|credit|photo-?by/iu
const PULL = /pull-?quote|quote-?box|highlight-?quote/iu
const TEASER =
  /related|teaser|read-?more|promo|recommend|newsletter|also-?read|more-?on|inline-?link/iu

function kindOf(element: PageElement): PageBlockKind {
  const { localName } = element
  if (localName === 'h1') return 'title'
  if (/^h[2-6]$/u.test(localName)) return 'heading'
  let isQuotation = false
  for (
    let at: PageElement | null = element;
    at !== null && at.localName !== 'body';
    at = at.parentNode
  ) {
    const names = `${at.getAttribute?.('class') ?? ''} ${at.getAttribute?.('id') ?? ''}`
    if (at.localName === 'article' || at.localName === 'main') break
    if (/^(?:figcaption|figure|caption)$/u.test(at.localName) || CAPTION.test(names))
      return 'caption'
    if (PULL.test(names)) return 'pull'
    if (TEASER.test(names)) return 'teaser'
    if (at.localName === 'aside') return isQuotation ? 'pull' : 'teaser'
    if (/^(?:nav|footer|form)$/u.test(at.localName)) return 'furniture'
    isQuotation ||= at.localName === 'blockquote'
  }
  return isQuotation ? 'quotation' : 'paragraph'
}

/** What a block of a page is: part of the article, or something that stands in or around it. */
export type PageBlockKind =
  | 'paragraph'
  | 'heading'
  | 'title'
  | 'caption'
  /** Words that the page itself sets apart as quoted (`blockquote`). */
  | 'quotation'
  /** Set apart to catch the eye; mostly said again in the article. */
  | 'pull'
  | 'teaser'
  | 'furniture'
