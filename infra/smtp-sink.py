"""A real SMTP server for tests: writes each message it accepts into a folder. Usage: smtp-sink.py FOLDER; prints its port."""
import itertools
import os
import socket
import sys
import time

from aiosmtpd.controller import Controller


class Sink:
    def __init__(self, folder):
        self.folder = folder
        self.number = itertools.count(1)

    async def handle_DATA(self, server, session, envelope):
        name = os.path.join(self.folder, f"{time.time_ns()}-{next(self.number)}.eml")
        with open(name + ".tmp", "wb") as file:
            file.write(f"X-Rcpt: {','.join(envelope.rcpt_tos)}\r\n".encode() + envelope.content)
        os.rename(name + ".tmp", name)
        return "250 accepted"


folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
controller = Controller(Sink(folder), hostname="127.0.0.1", port=port)
controller.start()
print(port, flush=True)
while True:
    time.sleep(3600)
