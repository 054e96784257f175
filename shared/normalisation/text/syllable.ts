const onsets = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ak
  ăc ăm ăn ăng ăp ăt ăk âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay
  oăc oăm oăn oăng oăp oăt oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ
  uy uya uych uynh uyt uyp uyn uyu uyên uyêt
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  y ych ym yn ynh yt yêm yên yêng yêt yêu`
    .split(/\s+/)
    .filter(Boolean),
);

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * True when a word is written as a Vietnamese syllable can be: onset, rime and tone fit one another.
 * Case is not looked at. A syllable that ends in c, ch, p or t bears an acute or a dot below, if its
 * letters bear marks at all.
 */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tone = parts.match(tones);
  if (tone && tone.length > 1) return false;
  const plain = parts.replace(tones, '').normalize('NFC');
  if (/(?:c|ch|p|t)$/.test(plain) && tone?.[0] !== '\u0301' && tone?.[0] !== '\u0323') return false;
  return rimes.has(plain) || onsets.some((onset) => fits(onset, plain));
}

function fits(onset: string, plain: string): boolean {
  if (!plain.startsWith(onset)) return false;
  const rime = plain.slice(onset.length);
  // C is written k before these: "cĩ" is a damaged "có".
  if (onset === 'c' && /^[eêiy]/.test(rime)) return false;
  return rimes.has(rime) || (onset === 'gi' && (rime === '' || rimes.has(`i${rime}`)));
}

/** True when a word's letters are in one case, but for a capital in front. */
export function isInOneCase(word: string): boolean {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() || word === word.toUpperCase();
}
