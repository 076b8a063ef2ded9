"""File ids of our own pictures, so that each is uploaded once a bot."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage.one import one
from storage.tables import Media


class MediaRepository:
    """By name; a changed file has another digest and is uploaded anew."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def file_id(self, name: str, digest: str) -> str | None:
        """What Telegram calls this file, if it has it as it is now."""
        media = await one(self._session, Media, name)
        return media.file_id if media is not None and media.digest == digest else None

    async def remember(self, name: str, digest: str, file_id: str) -> None:
        """Telegram has it now."""
        media = await one(self._session, Media, name)
        if media is None:
            self._session.add(Media(name=name, digest=digest, file_id=file_id))
        else:
            media.digest, media.file_id = digest, file_id

    async def forget(self, name: str) -> None:
        """Telegram refused the file id."""
        media = await one(self._session, Media, name)
        if media is not None:
            await self._session.delete(media)
