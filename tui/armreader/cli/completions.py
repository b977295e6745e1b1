"""Completion scripts for bash, zsh and fish, made from the table of commands.

Each completes commands, options, the choices of options, and file names.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from itertools import groupby

from armreader.cli.command import DONE, Command
from armreader.cli.options import Option, options_of
from armreader.cli.printing import write


def shell(parser: ArgumentParser) -> None:
    """The shell whose script is wanted."""
    parser.add_argument("shell", choices=tuple(_SCRIPTS), help="the shell to complete commands in")


def print_completions(shell: str, commands: Sequence[Command]) -> int:
    """Print the script of one shell."""
    write(completions(shell, commands))
    return DONE


def completions(shell: str, commands: Sequence[Command]) -> str:
    """The script of ``bash``, ``zsh`` or ``fish``."""
    return _SCRIPTS[shell](commands)


def _bash(commands: Sequence[Command]) -> str:
    first = " ".join(dict.fromkeys(one.name.split()[0] for one in commands))
    cases = "".join(f'        "{one.name}") options="{_flags(one)}" ;;\n' for one in commands)
    pairs = {
        f"{one.name}:{flag}": _values(option)
        for one in commands
        for option in options_of(one)
        for flag in option.flags
        if option.value
    }
    pairs |= {
        f"{one.name}:": _values(option)
        for one in commands
        for option in options_of(one)
        if not option.flags and option.choices
    }
    values = "".join(
        f'        {"|".join(_quoted(pair) for pair, _ in same)}) values="{value}" ;;\n'
        for value, same in groupby(sorted(pairs.items(), key=_second), key=_second)
    )
    return f"""\
# bash completion of armreader: armreader completions bash > \\
#   ~/.local/share/bash-completion/completions/armreader
_armreader() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}
    local name=${{COMP_WORDS[1]}} options= values=
    COMPREPLY=()
    if (( COMP_CWORD > 2 )); then
        case "$name ${{COMP_WORDS[2]}}" in
            {"|".join(_quoted(one.name) for one in commands if " " in one.name)})
                name="$name ${{COMP_WORDS[2]}}" ;;
        esac
    fi
    if (( COMP_CWORD == 1 )); then
        COMPREPLY=($(compgen -W "{first} --help --version" -- "$word"))
        return
    fi
    [[ $before == -* ]] || before=
    case "$name:$before" in
{values}    esac
    if [[ $values == FILES ]]; then
        return  # -o default completes the names of files
    elif [[ -n $values && $word != -* ]]; then
        [[ $values == NONE ]] || COMPREPLY=($(compgen -W "$values" -- "$word"))
        return
    fi
    case "$name" in
{cases}    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    elif (( COMP_CWORD == 2 )); then
        COMPREPLY=($(compgen -W "{_second_words(commands)}" -- "$name:$word"))
        COMPREPLY=("${{COMPREPLY[@]#"$name:"}}")
    fi
}}
complete -o default -F _armreader armreader
"""


def _second_words(commands: Sequence[Command]) -> str:
    return " ".join(one.name.replace(" ", ":") for one in commands if " " in one.name)


def _zsh(commands: Sequence[Command]) -> str:
    single = "".join(
        f"        {_quoted(f'{one.name}:{one.summary}')}\n"
        for one in commands
        if " " not in one.name
    )
    cases = "".join(
        f"        {_quoted(one.name)})\n            _arguments -s \\\n"
        + "".join(f"                {spec} \\\n" for spec in _zsh_specs(one))
        + "                && return ;;\n"
        for one in commands
    )
    second = "".join(
        f"    (( CURRENT == 3 )) && [[ $name == {first} ]] && compadd -- {word}\n"
        for first, _, word in (one.name.partition(" ") for one in commands)
        if word
    )
    return f"""\
#compdef armreader
# zsh completion of armreader: armreader completions zsh > a folder of $fpath/_armreader
_armreader() {{
    local -a names
    names=(
{single}    )
    if (( CURRENT == 2 )); then
        _describe command names
        _files
        return
    fi
    local name=$words[2]
    if (( CURRENT > 3 )) && [[ "$name $words[3]" == ({_zsh_pairs(commands)}) ]]; then
        name="$name $words[3]"
        shift words
        (( CURRENT-- ))
    fi
{second}    shift words
    (( CURRENT-- ))
    case $name in
{cases}        *) _files ;;
    esac
}}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _armreader "$@"
else
    compdef _armreader armreader
fi
"""


def _zsh_pairs(commands: Sequence[Command]) -> str:
    return "|".join(one.name.replace(" ", "\\ ") for one in commands if " " in one.name)


def _zsh_specs(command: Command) -> list[str]:
    """The arguments of ``_arguments`` for one command."""
    specs = []
    for option in options_of(command):
        action = f"({' '.join(option.choices)})" if option.choices else ""
        action = "_files" if option.is_path else action
        words = re.sub(r"([\[\]:])", r"\\\1", option.help)
        if not option.flags:
            place = "*" if option.value == "PATH" else ""
            specs.append(_quoted(f"{place}:{option.value.lower()}:{action}"))
            continue
        value = f":{option.value.lower()}:{action}" if option.value else ""
        specs += [_quoted(f"{flag}[{words}]{value}") for flag in option.flags]
    return specs


def _fish(commands: Sequence[Command]) -> str:
    lines = [
        "# fish completion of armreader: armreader completions fish > \\",
        "#   ~/.config/fish/completions/armreader.fish",
    ]
    for one in commands:
        first, _, second = one.name.partition(" ")
        when = f"__fish_seen_subcommand_from {first}" if second else "__fish_use_subcommand"
        lines.append(
            f"complete -c armreader -n {_quoted(when)} -a {second or first}"
            f" -d {_quoted(one.summary)}"
        )
    for one in commands:
        seen = _fish_seen(one, commands)
        for option in options_of(one):
            if not option.flags and not option.choices:
                continue
            parts = [f"complete -c armreader -n {_quoted(seen)}"]
            for flag in option.flags:
                parts.append(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}")
            if option.choices:
                parts.append(f"-x -a {_quoted(' '.join(option.choices))}")
            elif option.value:
                parts.append("-r" if option.is_path else "-x")
            lines.append(" ".join([*parts, f"-d {_quoted(option.help)}"]))
    return "\n".join(lines) + "\n"


def _fish_seen(command: Command, commands: Sequence[Command]) -> str:
    """The condition that the command was typed: ``export``, but not ``notes export``."""
    pairs = [one.name.split() for one in commands if " " in one.name]
    above = [first for first, second in pairs if second == command.name]
    return "; and ".join(
        [f"__fish_seen_subcommand_from {word}" for word in command.name.split()]
        + [f"not __fish_seen_subcommand_from {word}" for word in above]
    )


_SCRIPTS: dict[str, Callable[[Sequence[Command]], str]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
}


def _flags(command: Command) -> str:
    return " ".join(flag for option in options_of(command) for flag in option.flags)


def _values(option: Option) -> str:
    """What bash completes after an option: its choices, files, or nothing."""
    return " ".join(option.choices) or ("FILES" if option.is_path else "NONE")


def _second(pair: tuple[str, str]) -> str:
    return pair[1]


def _quoted(text: str) -> str:
    """A word for a shell, in single quotation marks, whatever it holds."""
    return "'" + text.replace("'", "'\\''") + "'"
