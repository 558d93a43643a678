// The order of search results: guides before pages about the library itself, and operations last.
var Scorer = {
  score: ([page, title, anchor, description, score]) => {
    if (/^operations\//.test(page)) return score - 4;
    if (/^(changelog|design|assurance|performance|generator|awso|left-out|versions)$/.test(page)) return score - 3;
    return score;
  },
  // What follows are Sphinx's own numbers; a scorer replaces them all.
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
