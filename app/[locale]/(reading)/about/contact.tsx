import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import styles from './about.module.css'

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/

/** The contact as the settings have it, line by line; a line that is an e-mail address is a link. */
export function Contact({ text }: { text: string }) {
  const lines = text.split(/\r?\n/).map((line, place) => ({ key: `${place} ${line}`, line }))
  return (
    <address className={styles.contact}>
      {lines.map(({ key, line }) => (
        <div key={key}>
          {EMAIL.test(line.trim()) ? (
            <a href={`mailto:${line.trim()}`}>
              <Ltr>{line.trim()}</Ltr>
            </a>
          ) : (
            <Bidi>{line}</Bidi>
          )}
        </div>
      ))}
    </address>
  )
}
