from collections.abc import AsyncIterator

import pytest

from tests.practices.pause_desk import Desk, open_desk


@pytest.fixture
async def single(rowless_url: str) -> AsyncIterator[Desk]:
    """Ann and Ben, who are no couple yet."""
    async with open_desk(rowless_url) as desk:
        yield desk


@pytest.fixture
async def desk(single: Desk) -> Desk:
    """Ann and Ben, a couple in a chat of just the two."""
    await single.pair()
    return single
