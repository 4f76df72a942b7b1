import { createWorld } from '../tests/ui/world.ts'

/**
 * Whether the time of a refused sign-in tells known accounts from unknown ones (RELIABILITY row 28: the same within 20 %): wrong passwords for one of each
 * in turn, over HTTP, each from an address of its own so that no limit is met. Prints medians in milliseconds and their ratio.
 * node --import ./cli/tsx-hook.ts bench/sign-in.ts [TRIES, 200 of each]
 */
const tries = Number(process.argv[2] ?? 200)
const PASSWORD = 'a long enough password'

const world = await createWorld({ DOCKET_TRUSTED_PROXIES: '127.0.0.1' })
try {
  const person = await world.person('Known')
  const sent = await world.ask(person, '/account/password', { method: 'POST', body: new URLSearchParams({ wanted: PASSWORD }) })
  if (!/passwordSet/.test(sent.headers.get('location') ?? '')) throw new Error(`The password was not set: ${sent.status}`)
  const [known = ''] = (await world.accounts.users(person.organisationId)).map(({ email }) => email)
  const refused = async (email: string, address: string) => {
    const began = performance.now()
    const answer = await fetch(`${world.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: world.origin, 'X-Forwarded-For': address },
      body: new URLSearchParams({ email, password: 'not the password' }),
    })
    await answer.text()
    if (answer.status !== 401) throw new Error(`Refused with ${answer.status}`)
    return performance.now() - began
  }
  const [ofKnown, ofUnknown]: [number[], number[]] = [[], []]
  for (let i = 0; i < tries; i++) {
    const address = (kind: number) => `10.${kind}.${Math.floor(i / 250)}.${i % 250}`
    ofKnown.push(await refused(known, address(1)))
    ofUnknown.push(await refused(`nobody${i}@example.com`, address(2)))
  }
  const [a, b] = [median(ofKnown), median(ofUnknown)]
  console.log(`known ${a.toFixed(1)} ms, unknown ${b.toFixed(1)} ms, ratio ${(a / b).toFixed(3)} over ${tries} tries of each`)
} finally {
  await world.close()
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((x, y) => x - y)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
