/** The archive's mark: a page, and the line on it that is being witnessed. */
export function Seal({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <rect x="1.5" y="1.5" width="29" height="29" rx="8" stroke="currentColor" strokeWidth="2" />
      <path
        d="M8.5 11h15M8.5 21h9"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        opacity=".55"
      />
      <path d="M8.5 16h15" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <circle cx="22.5" cy="21" r="1.8" fill="currentColor" />
    </svg>
  )
}
