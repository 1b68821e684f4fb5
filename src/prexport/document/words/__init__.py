"""The toolkit's words by language: labels, release lines, headings, names for links.

One data file holds one language, `<lang>.toml` beside this module; a new language is a new file.
"""

from prexport.document.words.choice import has_words, words_for, words_lang
from prexport.document.words.phrases import Phrase, Plural, Slot
from prexport.document.words.wordlist import Words

__all__ = ["Phrase", "Plural", "Slot", "Words", "has_words", "words_for", "words_lang"]
