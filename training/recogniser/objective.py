"""What training asks of the network: the text of every line (CTC), and on lines without a new letter the answers that it gave before."""
import torch
import torch.nn.functional as F

from characters import RUSSIAN, characters

SIGNS = characters()
NUMBER = {c: k + 1 for k, c in enumerate(SIGNS)} | {" ": len(SIGNS) + 1}
OLD = [0, *(NUMBER[c] for c in SIGNS if c not in RUSSIAN), NUMBER[" "]]


def reading_loss(scores: torch.Tensor, texts: list[str]) -> torch.Tensor:
    """CTC (Graves 2006). `scores` [N, T, classes]: logarithms of probabilities."""
    targets = [[NUMBER[c] for c in text] for text in texts]
    lengths = torch.full((len(texts),), scores.shape[1])
    flat = torch.tensor([c for target in targets for c in target])
    return F.ctc_loss(scores.transpose(0, 1), flat, lengths, torch.tensor([len(t) for t in targets]), zero_infinity=True)


def keeping_loss(scores: torch.Tensor, before: torch.Tensor) -> torch.Tensor:
    """Cross entropy of a step's classes with what the untrained network said of them (Li & Hoiem 2016, Learning without Forgetting).

    `before` [N, T, classes]: its logits, of which only those of the old characters count.
    """
    said = F.softmax(before[..., OLD], 2)
    return -(said * scores[..., OLD]).sum(-1).mean()


def is_old(text: str) -> bool:
    return not any(c in RUSSIAN for c in text)
