import data from './data/signers.json' with { type: 'json' };

function startsWithOne(name: string, leads: readonly string[]): boolean {
  const capitals = name.trim().toUpperCase();
  return leads.some((lead) => capitals === lead || capitals.startsWith(`${lead} `));
}

/** Whether a body decides as one, so that its signer stands for it with TM. (ND 30, PL I, II.7.b). */
export function isCollective(body: string): boolean {
  return startsWithOne(body, data.collectiveBodies);
}

/** Whether a body is run by its head, who signs with the title alone. */
export function isHeadRun(body: string): boolean {
  return (
    startsWithOne(body, data.headRunBodies) &&
    !startsWithOne(body, data.neitherBodies) &&
    !isCollective(body)
  );
}

/** Whether the name begins as those of bodies do that somebody signs for, rightly or not. */
export function signsAsBody(name: string): boolean {
  return isCollective(name) || isHeadRun(name) || startsWithOne(name, data.otherBodies);
}

/** Whether the title is a deputy's. */
export function isDeputy(title: string): boolean {
  return startsWithOne(title, data.deputyPrefixes);
}

/** Whether the rules of the body's branch may allow degrees before a signer's name (ND 30, PL I, II.7.c). */
export function mayShowDegree(body: string): boolean {
  // the environment is no school
  const capitals = body.toUpperCase().replaceAll('MÔI TRƯỜNG', '');
  return data.degreeAllowedBodies.some((lead) => capitals.includes(lead));
}
