"""A road of any length on one machine: a proxy on loopback that holds every byte back, to play a kernel far away."""

import asyncio
import contextlib
import socket
import time


async def carry(reader, writer, seconds):
    """Hand on what is read, `seconds` later, in order."""
    waiting = asyncio.Queue()

    async def deliver():
        while True:
            due, data = await waiting.get()
            if not data:
                return
            await asyncio.sleep(max(0, due - time.monotonic()))
            writer.write(data)
            await writer.drain()

    delivery = asyncio.create_task(deliver())
    try:
        while data := await reader.read(65536):
            waiting.put_nowait((time.monotonic() + seconds, data))
    except ConnectionError:
        pass
    waiting.put_nowait((0, b""))
    with contextlib.suppress(ConnectionError):
        await delivery
    writer.close()


async def serve(port, target, seconds):
    """Pass connections to `port` on to the port `target`, each direction `seconds` late."""

    async def join(reader, writer):
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", target)
        for end in (writer, far_writer):
            end.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.gather(carry(reader, far_writer, seconds), carry(far_reader, writer, seconds))

    return await asyncio.start_server(join, "127.0.0.1", port)
