"""`python -m reader.proposals.train`: the weights trained anew on the project's own sentences, written where they ship. Needs scikit-learn.

A logistic regression over the features of `features.py`. A feature that only one sentence has is left out, and so are the lightest, and whatever may be
of somebody's name.
"""

import sys
from collections import Counter
from collections.abc import Sequence

from reader.proposals.examples import Example, of_documents, of_tables
from reader.proposals.features import VALUES, Features, features_of, kind_of
from reader.proposals.weights import FILE, Weights, write

THRESHOLD = 0.35
_STRENGTH = 10.0  # of what the examples say against weights that are small
_LIGHTEST = 0.01
_OF_LETTERS = ("w", "s", "ww", "ss", "c")
ABOUT = """The weights of reader.proposals, trained by `python -m reader.proposals.train`: a feature and its weight.
Kinds of features: w word, s stem, ww and ss pairs of them, c a part of a word, v the tense of one of the first words, m a mark of the
grammar, mr it with the part of the item, mm two of them, when the time told, role the part, long the length."""


def train(examples: Sequence[Example]) -> Weights:
    """The weights that tell the examples that are obligations from those that are none. Raises `ImportError` without scikit-learn."""
    # Needed for nothing else, so it is installed for development alone and the module loads without it.
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    found = [features_of(one.sentence, one.part, one.when) for one in examples]
    words = {word for one in found for word in one.words}
    seen = Counter(name for one in found for name in one.places)
    values = [
        {name: VALUES[kind_of(name)] for name in one.places if seen[name] > 1 and not _may_be_a_name(one, name, words)} for one in found
    ]
    vectors = DictVectorizer()
    # Each by its whole length, as `Weights.score` has it, and not by that of the features that are kept.
    matrix = vectors.fit_transform(values).multiply([[1 / one.length] for one in found]).tocsr()
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", max_iter=5_000, random_state=0)
    model.fit(matrix, [one.is_one for one in examples])
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    of = {name: float(weight) for name, weight in named if abs(weight) >= _LIGHTEST}
    return Weights(THRESHOLD, float(model.intercept_[0]), of)


def _may_be_a_name(found: Features, feature: str, words: set[str]) -> bool:
    """Tells whether the feature is of a word that may be a person's first name: it has a capital, and nowhere is it written without."""
    if kind_of(feature) not in _OF_LETTERS:
        return False
    borne_by = [found.words[place] for place in found.places[feature]]
    return any(word[0].isupper() and word.lower() not in words for word in borne_by)


def main() -> None:
    examples = [*of_tables(), *of_documents()]
    weights = train(examples)
    FILE.write_text(write(weights, ABOUT), encoding="utf-8")
    ones = sum(one.is_one for one in examples)
    sys.stdout.write(f"{len(examples)} sentences, {ones} of them obligations; {len(weights.of)} weights, {FILE.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
