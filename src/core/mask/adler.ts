const modulus = 65521

/** The Adler-32 checksum (RFC 1950) of bytes that come as runs: a step for each run, not for each byte. */
export class Adler {
  private a = 1
  private b = 0

  /** Takes in `count` times the byte `value`. */
  run(value: number, count: number): void {
    // b grows by a + value, a + 2·value, …: an arithmetic series, exact in doubles for any run of a mask.
    this.b = (this.b + count * this.a + value * ((count * (count + 1)) / 2)) % modulus
    this.a = (this.a + value * count) % modulus
  }

  /** Takes in `rows` times: one byte `value`, then `zeros` times 0. */
  rowsOfZeros(value: number, zeros: number, rows: number): void {
    this.b = (this.b + (zeros + 1) * (rows * this.a + value * ((rows * (rows + 1)) / 2))) % modulus
    this.a = (this.a + value * rows) % modulus
  }

  get value(): number {
    return this.b * 65536 + this.a
  }
}
