"""A dependency tree under alteration: every move leaves it a tree, whatever is asked of it."""

from collections.abc import Callable, Sequence


class Tree:
    """Heads and labels of the tokens of a text; a root is its own head.

    Tokens are numbered from 0.  Heads change only through :meth:`cut`, :meth:`move` and
    :meth:`promote`, so that no sequence of calls makes a cycle.
    """

    def __init__(self, heads: Sequence[int], deps: Sequence[str]) -> None:
        """Take over ``heads`` (indices, not offsets) and ``deps``; the heads must form trees."""
        self.heads = list(heads)
        self.deps = list(deps)
        self._children: list[set[int]] = [set() for _ in heads]
        for i, head in enumerate(self.heads):
            if head != i:
                self._children[head].add(i)

    def children(self, i: int, *deps: str) -> list[int]:
        """Return the dependents of ``i`` in text order, with one of ``deps`` if any are named."""
        return sorted(c for c in self._children[i] if not deps or self.deps[c] in deps)

    def has(self, i: int, *deps: str) -> bool:
        """Tell whether ``i`` has a dependent with one of these labels."""
        return any(self.deps[c] in deps for c in self._children[i])

    def is_root(self, i: int) -> bool:
        """Tell whether ``i`` heads its tree."""
        return self.heads[i] == i

    def is_under(self, i: int, top: int) -> bool:
        """Tell whether ``i`` is ``top`` or stands below it."""
        while i != top:
            if self.heads[i] == i:
                return False
            i = self.heads[i]
        return True

    def cut(self, i: int) -> None:
        """Make ``i`` the root of a tree of its own, which all below it belongs to."""
        self._children[self.heads[i]].discard(i)
        self.heads[i] = i
        self.deps[i] = "root"

    def move(self, i: int, head: int, dep: str) -> None:
        """Hang ``i`` and all below it under ``head``; do nothing if ``head`` is below ``i``."""
        if self.is_under(head, i):
            return
        if not self.is_root(i):
            self._children[self.heads[i]].discard(i)
        self.heads[i] = head
        self.deps[i] = dep
        self._children[head].add(i)

    def promote(self, i: int, dep: str, *, keep: Callable[[int], bool] | None = None) -> None:
        """Let ``i`` take the place and label of its head, which becomes its dependent as ``dep``.

        The other dependents of the old head come along, except those that ``keep`` wants to leave.
        Does nothing at a root.
        """
        old = self.heads[i]
        if old == i:
            return
        above, label = self.heads[old], self.deps[old]
        self._children[old].discard(i)
        if above == old:
            self.heads[i] = i
        else:
            self._children[above].discard(old)
            self._children[above].add(i)
            self.heads[i] = above
        self.deps[i] = label
        for child in self.children(old):
            if keep is None or not keep(child):
                self.move(child, i, self.deps[child])
        self.heads[old] = i
        self.deps[old] = dep
        self._children[i].add(old)

    def depths(self) -> list[int]:
        """Return how many steps each token is from its root."""
        depths = [-1] * len(self.heads)
        for i in range(len(self.heads)):
            path = [i]
            while depths[path[-1]] < 0 and not self.is_root(path[-1]):
                path.append(self.heads[path[-1]])
            depth = max(depths[path[-1]], 0)
            for step, token in enumerate(reversed(path)):
                depths[token] = depth + step
        return depths
