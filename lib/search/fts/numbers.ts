/** Whole numbers in typed memory that grows. */
export class Numbers {
  values = new Int32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) this.#grow(this.length + 1)
    this.values[this.length++] = value
  }

  /** Sets a number wherever it stands; what lies between is 0. */
  set(index: number, value: number): void {
    if (index >= this.values.length) this.#grow(index + 1)
    this.values[index] = value
    if (index >= this.length) this.length = index + 1
  }

  #grow(length: number): void {
    const larger = new Int32Array(Math.max(length, this.values.length * 2))
    larger.set(this.values)
    this.values = larger
  }
}
