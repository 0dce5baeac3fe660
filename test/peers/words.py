"""What checks of formats made of words share: words with their places and tags against the mentions of a document."""


def compare_tags(reading, document, words):
    """
    `words` are (start, end, type or None). A tagged word lies in a mention of its type; the words of a mention that
    shares none with another one have its type. Gives the number of such mentions found.
    """
    mentions, found = document["mentions"], 0
    covering = [[it for it in mentions if it["start"] < end and start < it["end"]] for start, end, _ in words]
    for (start, end, type), over in zip(words, covering):
        types = {it["type"] for it in over}
        reading.check(type is None or type in types, f"{document['text'][start:end]!r} is {type}, not of {types}")
    for mention in mentions:
        own = [(type, over) for (_, _, type), over in zip(words, covering) if mention in over]
        if own and all(len(over) == 1 for _, over in own):
            found += all(type == mention["type"] for type, _ in own)
            reading.check({type for type, _ in own} == {mention["type"]}, f"{mention['quote']!r} is {own[0][0]}")
    return found


def type_of(tag):
    """`B-company` is company, `O` is none."""
    return None if tag == "O" else tag[2:]
