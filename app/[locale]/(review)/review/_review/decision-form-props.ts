/** What the form of each decision is given. */
export interface DecisionFormProps {
  reference: string
  /** Of the text on this page. */
  contentHash: string
  /** Under this name the browser keeps what is typed. */
  keepAs: string
  /** Why no decision can be sent now, in words, or null. */
  denial: string | null
}
