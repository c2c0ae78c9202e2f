"""What Hypothesis cuts, doubles and mixes: pieces that nobody writes, and short texts of each kind that an author does."""

from __future__ import annotations

ODD = (
    *(
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        "- ",
        ": ",
        ":",
        "#",
        " #",
        "\t",
        "&a ",
        "*a",
        "<<: ",
        "!!x ",
        "|",
        ">",
        "'",
        '"',
        "\\",
        "`",
        "@",
    ),
    *(
        "\0",
        "\x07",
        "\x85",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\ud7ff",
        "🏟",
        "Ł",
        "北",
        "ا",
        "²",
        "٣",
        "\r",
        "\r\n",
        "\n",
        "\n\n",
        " ",
    ),
    *(
        "---",
        "\n---\n",
        "...",
        "90+",
        "0'",
        "78'",
        "200'",
        "(p)",
        "(og)",
        "[c]",
        "[Y 31']",
        ";",
        ",",
        "1-0",
        "1:0",
        "2:10",
        "aet",
        "pens",
    ),
    *(
        "9" * 30,
        "-1",
        "1e999",
        "nan",
        "0x1F",
        "1_000",
        "NO",
        "null",
        "~",
        "2021-02-30",
        "25:61",
        " v ",
        "▪ ",
        "= ",
        "» ",
        "| ",
        "|-|",
    ),
    *(
        "**",
        "__",
        "![",
        "](",
        "[[",
        "]]",
        "[^1]",
        "\n[^1]: ",
        "*[A]: ",
        "~~~",
        "```",
        "<b ",
        "</",
        "<!--",
        "-->",
        "&lt;",
        "{{",
        "{%",
        "{:",
    ),
)
TEXT = "Zapata *scored* [[Napoli]] in the 10' minute.\n\n- one\n    - two\n\n> a\n\n|a|b|\n|-|-|\n|1|2|\n\nx[^1]\n\n[^1]: note\n"
FOOTBALL_TXT = (
    "= Serie A 2020/21\n\n▪ Matchday 1\nSat Sep 19 2020\n  18:00  Atalanta v Napoli  3-1 (2-0)  @ Gewiss Stadium\n"
    "    (Zapata 10' Pessina 16', 78'; Lozano 53')\nAtalanta: Gollini - Toloi, Romero [Y 31'] - Zapata (Muriel 60')\n"
    "▪ Final\nFeb 10\n  Lazio  1-1, 4-2 pen.  Roma\nPenalties: 1-0 X, Y (missed)\n"
)
TABLE = (
    "date,home,away,score,goals,round\n2021-02-10 20:45,Atalanta,Napoli,3-1,\"X 1' Y 2' Z 3'; W 4'\",Final\n2021-02-11,A,B,,,\n"
)
JSON = (
    '{"name": "Serie A 2020/21", "rounds": [{"name": "1", "matches": [{"date": "2021-02-10", "time": "20:45", "team1": "A",'
    ' "team2": {"name": "B"}, "score": {"ht": [1, 0], "ft": [1, 1], "et": [1, 1], "p": [4, 2]}, '
    '"goals1": [{"name": "X", "minute": 9}]}]}]}'
)
