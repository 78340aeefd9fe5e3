"""`/quiz practice` and `/quiz review` through the stock client, over real sockets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.app import App
from playground import Person, Playground
from playground.messages import Message
from tests.cogs.quizzing import LETTERS, changed, key_of, labels, question_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_whole_sitting(ada: Person, emil: Person, app: App, requests: Playground) -> None:
    message = await ada.run("quiz practice", {"topic": "logarithms", "questions": 2}).message()
    assert message.ephemeral
    assert message not in emil.sees()
    assert message.attachments[0].data.startswith(b"\x89PNG")
    assert labels(message)[:4] == list(LETTERS)
    assert labels(message)[-3:] == ["Text", "Report this question", "Stop here"]
    written = await ada.press(message, "Text").message()
    assert written.content.startswith("```\n")
    assert "\nA  " in written.content
    picture = message.attachments[0].description
    message = await changed(ada.press(message, LETTERS[await key_of(app, message)]))
    assert "✅ **Right**" in message.content
    assert message.attachments[0].description == picture
    assert labels(message) == ["Next question", "Show the derivation", "Undo", "Report this question", "Stop here"]
    message = await changed(ada.press(message, "Next question"))
    assert message.content == ""
    assert message.attachments[0].description != picture
    hint = next(label for label in labels(message) if label.startswith("Hint (1"))
    message = await changed(ada.press(message, hint))
    assert message.content.startswith("Hint 1: ")
    message = await changed(ada.press(message, LETTERS[await key_of(app, message) - 1]))
    assert "❌ **Not right**" in message.content
    assert "The answer is" in message.content
    shown = await ada.press(message, "Show the derivation").message()
    assert shown.ephemeral
    assert shown.attachments[0].description
    message = await changed(ada.press(message, "Summary"))
    assert message.content.startswith("**1 of 2 right**\nMissed: ")
    assert "Next to learn: " in message.content
    assert labels(message)[:3] == ["Retry what I missed", "More of the same", "Practise it"]
    assert not message.attachments
    assert [one.method for one in requests.requests] == ["POST"] * 8


async def asked(person: Person, **options: object) -> Message:
    return await person.run("quiz practice", {"questions": 3, **options}).message()


async def typable(person: Person, **options: object) -> Message:
    """A question whose answer is an expression; other kinds come up once a skill was met."""
    while True:
        message = await asked(person, **options)
        if "Type an answer" in labels(message):
            return message


def body_of(message: Message) -> list[str]:
    """The parts of the custom id of the first button: the sitting's and the question's id among them."""
    return str(message.buttons[0]["custom_id"]).split(":")


async def test_an_answer_can_be_typed_in_any_form_and_is_told_how_it_was_read(ada: Person, app: App) -> None:
    message = await typable(ada, topic="power-rule", level=2)
    question = await app.records.sittings.question(question_of(message))
    assert question is not None
    key = question.body["choices"][question.body["key"]]["value"]
    form = await ada.press(message, "Type an answer").modal()
    message = await changed(ada.submit(form, {"text": f"y = 0 + {key} "}))
    assert message.content.startswith("I read your answer as y = 0 + ")
    assert "✅ **Right**" in message.content
    assert message.attachments
    assert "Next question" in labels(message)
    found = await app.records.attempts.found(ada.user.id, question.id)
    assert found is not None
    assert found.answer.right


async def test_what_cannot_be_read_costs_nothing_and_says_where(ada: Person, app: App) -> None:
    message = await typable(ada, topic="power-rule", level=1)
    before = message.content, labels(message)
    form = await ada.press(message, "Type an answer").modal()
    told = await ada.submit(form, {"text": "3x +* 2"}).message()
    assert told is not message
    assert told.only_for == ada.user.id
    assert "3x +* 2\n" in told.content
    assert "^" in told.content
    assert (message.content, labels(message)) == before
    assert await app.records.attempts.found(ada.user.id, question_of(message)) is None


async def test_the_right_value_in_another_form_costs_nothing_either(ada: Person, app: App) -> None:
    message = await typable(ada, topic="expand-logarithm", level=1)
    question = await app.records.sittings.question(question_of(message))
    assert question is not None
    form = await ada.press(message, "Type an answer").modal()
    told = await ada.submit(form, {"text": question.body["question"]}).message()
    assert told is not message
    assert "The value is right." in told.content
    assert await app.records.attempts.found(ada.user.id, question.id) is None
    message = await changed(ada.submit(await ada.press(message, "Type an answer").modal(), {"text": "7 x"}))
    assert "❌ **Not right**" in message.content
    assert "At " in message.content


async def test_a_wrong_line_of_a_typed_working_is_told(ada: Person, app: App) -> None:
    message = await typable(ada, topic="power-rule", level=2)
    question = await app.records.sittings.question(question_of(message))
    assert question is not None
    key = question.body["choices"][question.body["key"]]["value"]
    form = await ada.press(message, "Type an answer").modal()
    message = await changed(ada.submit(form, {"text": f"{key}; = {key} + 1"}))
    assert "❌ **Not right**" in message.content
    assert "Line 2 of your working" in message.content
    found = await app.records.attempts.found(ada.user.id, question.id)
    assert found is not None
    assert not found.answer.right


async def test_a_press_that_comes_twice_counts_once(ada: Person, app: App) -> None:
    message = await asked(ada, topic="powers")
    right = await key_of(app, message)
    twice = [ada.press(message, LETTERS[letter]) for letter in (right, right - 1, right)]
    for one in twice:
        message = await changed(one)
    assert len(await app.records.attempts.of_question(question_of(message))) == 1
    [attempt] = await app.records.attempts.of_question(question_of(message))
    assert (LETTERS[right] == attempt.answer.given) == attempt.answer.right
    assert message.content.startswith(f"You chose {attempt.answer.given}")
    following = [ada.press(message, "Next question") for _ in range(2)]
    shown = {(await one.message()).buttons[0]["custom_id"] for one in following}
    assert len(shown) == 1
    assert len(await app.records.sittings.questions(body_of(message)[2])) == 2


async def test_giving_up_shows_the_answer_and_an_undo_takes_it_back_for_less(ada: Person, app: App) -> None:
    message = await asked(ada, topic="log-of-power")
    question = question_of(message)
    message = await changed(ada.press(message, "I don’t know"))
    assert "💡 **Here is how it goes**" in message.content
    assert "The answer is " in message.content
    message = await changed(ada.press(message, "Undo"))
    assert message.content.startswith("Your answer is taken back.")
    assert labels(message)[:4] == list(LETTERS)
    assert await app.records.attempts.found(ada.user.id, question) is None
    message = await changed(ada.press(message, LETTERS[await key_of(app, message)]))
    assert "✅" in message.content
    found = await app.records.attempts.found(ada.user.id, question)
    assert found is not None
    assert (found.answer.right, found.credit) == (True, 0)


async def test_hints_come_one_at_a_time_and_a_second_press_takes_none(ada: Person, app: App) -> None:
    message = await asked(ada, topic="chain-rule", level=2)
    count = int(next(label for label in labels(message) if label.startswith("Hint")).rstrip(")").split(" of ")[1])
    for number in range(1, count + 1):
        pressed = [ada.press(message, f"Hint ({number} of {count})") for _ in range(2)]
        for one in pressed:
            message = await changed(one)
        assert [line.split(":")[0] for line in message.content.split("\n")] == [
            f"Hint {n}" for n in range(1, number + 1)
        ]
    assert not [label for label in labels(message) if label.startswith("Hint")]
    message = await changed(ada.press(message, LETTERS[await key_of(app, message)]))
    found = await app.records.attempts.found(ada.user.id, question_of(message))
    assert found is not None
    assert found.hints == count


async def test_the_solution_is_shown_after_the_answer_only(ada: Person) -> None:
    message = await asked(ada, topic="log-of-quotient")
    button = message.buttons[0]
    sitting, question = button["custom_id"].split(":")[2:4]
    kept, button["custom_id"] = button["custom_id"], f"nq1:work:{sitting}:{question}:0"
    told = await ada.press(message, button["custom_id"]).message()
    assert told.content.startswith("Answer first")
    assert not told.attachments
    button["custom_id"] = kept


async def test_a_question_is_reported_once_with_how_it_was_made(
    ada: Person, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    message = await asked(ada, topic="log-of-base")
    with caplog.at_level("WARNING", logger="napier.reports"):
        told = await ada.press(message, "Report this question").message()
        again = await ada.press(message, "Report this question").message()
    assert told.content.startswith("Thank you.")
    assert again.content.startswith("You have reported")
    [line] = [one.getMessage() for one in caplog.records if one.name == "napier.reports"]
    question = await app.records.sittings.question(question_of(message))
    assert question is not None
    assert f'"question": "{question.id}"' in line
    assert f'"seed": {question.body["seed"]}' in line


@pytest.mark.parametrize(
    ("custom_id", "said"),
    [
        ("nq1:pick:nothing:nothing:0", "I no longer have this question"),
        ("nq1:next:nothing:nothing", "I no longer have this question"),
        ("nq1:hint:nothing:nothing:1", "I no longer have this question"),
        ("nq1:retry:nothing:-", "I no longer have this question"),
        ("nq1:practise:-:nothing", "I have no topic “nothing”"),
        ("nq1:learn:-:nothing", "I know no "),
        ("nq0:pick:nothing:nothing:0", "This card is too old"),
        ("nq1:cheat:nothing:nothing:0", "This card is too old"),
    ],
)
async def test_a_forged_or_outdated_button_is_one_sentence(ada: Person, custom_id: str, said: str) -> None:
    message = await asked(ada, topic="log-of-base")
    message.buttons[0]["custom_id"] = custom_id
    told = await ada.press(message, custom_id).message()
    assert told.only_for == ada.user.id
    assert told.content.startswith(said)
    assert "\n" not in told.content


async def test_a_forged_form_is_one_sentence(ada: Person) -> None:
    message = await typable(ada, topic="log-of-base")
    for custom_id, said in (("nq1f:nothing:nothing", "I no longer have"), ("nq0f:nothing", "This card is too old")):
        form = await ada.press(message, "Type an answer").modal()
        form.custom_id = custom_id
        assert (await ada.submit(form, {"text": "1"}).message()).content.startswith(said)


async def test_a_question_of_another_version_is_one_sentence(ada: Person, app: App) -> None:
    message = await asked(ada, topic="log-of-base")
    sitting = str(message.buttons[0]["custom_id"]).split(":")[2]
    found = await app.records.sittings.question(question_of(message))
    assert found is not None
    await app.records.sittings.ask(replace(found, id="another", position=1, body={**found.body, "kind": "riddle"}))
    custom_id = f"nq1:hint:{sitting}:another:1"
    message.buttons[0]["custom_id"] = custom_id
    told = await ada.press(message, custom_id).message()
    assert told.content.startswith("I no longer have this question")


async def test_somebody_elses_quiz_cannot_be_answered(ada: Person, emil: Person, app: App) -> None:
    private = await typable(ada, topic="log-of-base")
    question = question_of(private)
    own = await asked(emil, topic="log-of-base")
    theirs = {str(button["label"]): str(button["custom_id"]) for button in private.buttons}
    for label, custom_id in theirs.items():
        if label in {"Report this question", "Type an answer"}:
            continue
        own.buttons[0]["custom_id"] = custom_id
        told = await emil.press(own, custom_id).message()
        assert told.content.startswith("This is somebody else’s question"), label
        assert told.only_for == emil.user.id
    own.buttons[0]["custom_id"] = theirs["Type an answer"]
    form = await emil.press(own, theirs["Type an answer"]).modal()
    assert (await emil.submit(form, {"text": "1"}).message()).content.startswith("This is somebody else’s question")
    assert await app.records.attempts.of_question(question) == []


async def test_what_was_missed_is_asked_again_and_only_that(ada: Person, app: App) -> None:
    message = await asked(ada, topic="powers", questions=3)
    missed = []
    for number in range(3):
        key = await key_of(app, message)
        if number != 1:
            missed.append(message.attachments[0].description)
        message = await changed(ada.press(message, LETTERS[key if number == 1 else key - 1]))
        message = await changed(ada.press(message, 0))
    assert message.content.startswith("**1 of 3 right**")
    summary = message
    retry = str(summary.buttons[0]["custom_id"])
    again = []
    for _ in range(2):
        message = await changed(ada.press(message, "Retry what I missed" if not again else 0))
        again.append(message.attachments[0].description)
        message = await changed(ada.press(message, LETTERS[await key_of(app, message)]))
    assert [one.split("\n")[1] for one in again] == [one.split("\n")[1] for one in missed]
    message = await changed(ada.press(message, "Summary"))
    assert message.content.startswith("**2 of 2 right**")
    assert "Retry what I missed" not in labels(message)
    message.buttons[0]["custom_id"] = retry
    once_more = await ada.press(message, retry).message()
    assert "✅" in once_more.content  # the same sitting: it is answered


async def test_more_of_the_same_and_practice_of_what_to_learn_next(ada: Person) -> None:
    message = await asked(ada, topic="derivatives", questions=1)
    message = await changed(ada.press(message, "Stop here"))
    assert message.content.startswith("You have answered nothing yet.")
    fresh = await ada.press(message, "Practise it").message()
    assert fresh is not message
    assert labels(fresh)[:4] == list(LETTERS)
    message = await changed(ada.press(message, "More of the same"))
    assert labels(message)[:4] == list(LETTERS)


async def test_in_japanese_as_text_and_in_a_direct_message(yuki: Person, app: App, requests: Playground) -> None:
    await yuki.run("settings", {"text": True}).message()
    message = await yuki.run(
        "quiz practice", {"topic": "対数", "questions": 1}, channel=requests.direct(yuki)
    ).message()
    assert not message.attachments
    assert message.content.startswith("```\n")
    message = await changed(yuki.press(message, LETTERS[await key_of(app, message)]))
    assert message.content.startswith("```\n")
    assert "✅ **正解**" in message.content
    shown = await yuki.press(message, "導出を見る").message()
    assert not shown.attachments
    assert "答えは" in shown.content
    message = await changed(yuki.press(message, "まとめ"))
    assert message.content.startswith("**1 問中 1 問正解**")
    await yuki.run("settings", {"text": False}).message()


async def test_a_topic_is_found_by_name_or_number_and_what_is_none_is_said(ada: Person, yuki: Person) -> None:
    offered = await ada.autocomplete("quiz practice", "topic", "").choices()
    assert [one["value"] for one in offered[:5]] == ["everything", "powers", "logarithms", "derivatives", "equations"]
    assert len(offered) == 25
    assert (await yuki.autocomplete("quiz practice", "topic", "2.3").choices())[0] == {
        "name": "2.3 積の対数",
        "value": "log-of-product",
    }
    told = await ada.run("quiz practice", {"topic": "cooking"}).message()
    assert told.content.startswith("I have no topic “cooking”")
    message = await ada.run("quiz practice", {"topic": "Chain rule", "questions": 1}).message()
    assert labels(message)[:4] == list(LETTERS)
