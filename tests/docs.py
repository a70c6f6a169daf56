#!/usr/bin/env python3
"""docs.py - runs what README and the guides show, and compares it with what they say

SPDX-License-Identifier: LGPL-2.1-or-later

usage: docs.py PAGE...   (in an empty folder that it may fill)

In a page, a block opened by ```console holds commands ("$ …", carried on by a backslash) and what
they print; a line "…" stands for any lines.  A block opened by ```LANGUAGE NAME is the file NAME.
Commands run in order with sh; a command that fails must be followed by a line "[exit N]".
"""
import os
import re
import subprocess
import sys

BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)


def commands(block):
    """[(command, [expected lines])] of a console block."""
    found = []
    lines = iter(block.splitlines())
    for line in lines:
        if line.startswith("$ "):
            command = line[2:]
            while command.endswith("\\"):
                command = command[:-1] + next(lines).strip()
            found.append((command, []))
        elif found:
            found[-1][1].append(line)
        else:
            sys.exit("a console block begins with output: " + line)
    return found


def agrees(expected, printed):
    """Whether printed lines are the expected ones, "…" standing for any."""
    pattern = "".join("(?:.*\n)*?" if line == "…" else re.escape(line) + "\n" for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def run(page, command, expected):
    done = subprocess.run(["sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=subprocess.DEVNULL, text=True)
    printed = done.stdout.splitlines()
    if done.returncode != 0:
        printed.append("[exit %d]" % done.returncode)
    if agrees(expected, printed):
        return True
    print("%s: $ %s\n--- it says\n%s\n--- it is\n%s" % (page, command, "\n".join(expected),
                                                         "\n".join(printed)))
    return False


def check(page):
    """How many commands of the page were run, and how many were wrong."""
    n_run = n_wrong = 0
    with open(page, encoding="utf-8") as file:
        text = file.read()
    for language, name, block in BLOCK.findall(text):
        if name:
            with open(name, "w", encoding="utf-8") as file:
                file.write(block)
        elif language == "console":
            for command, expected in commands(block):
                n_run += 1
                n_wrong += not run(page, command, expected)
    return n_run, n_wrong


def main():
    failed = False
    for page in sys.argv[1:]:
        n_run, n_wrong = check(page)
        print("%s: %d commands, %d wrong" % (os.path.basename(page), n_run, n_wrong))
        failed = failed or n_wrong > 0 or n_run == 0
    sys.exit(1 if failed else 0)


main()
