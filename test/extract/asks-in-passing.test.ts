import { describe, expect, it } from "vitest";
import { wordedIn } from "../support/read-items.ts";

/** Asks that stand in longer sentences, and sentences about asking that ask nothing. */
describe("a letter that asks in passing", () => {
  it.each([
    "What we should like, more than anything, is to be told the truth about the delay.",
    "Would you look into it and let me know what you find?",
    "It is for that reason that I write: will you use your powers to stop it?",
    "I would therefore press you to say when the rota will change.",
    "That leaves the question of cost, on which your letter was silent and on which I should be glad of an answer.",
    "Which of the two is it to be?",
    "I am told that the file has been lost; is that so?",
    "If it was lost, when did you learn of it, and what did you do?",
    "I should also be grateful to know, for each of the past three years, how many were turned away.",
    "We have asked this twice, and we ask it a third time: how many were turned away?",
    "Nothing in your letter explains why the contract was not retendered, and I would ask you to do so.",
    "Please treat this as a request under the Freedom of Information Act for the following: the contract and its schedules.",
    "I'd be glad if somebody could walk the route with Mrs Pike.",
    "The least that she is owed is an apology, and I ask that you give her one.",
    "Before it decides, the Committee wishes to hear from you in person.",
    "The Committee intends to return to this in May and would like you to attend.",
    "Do you have any objection to our publishing your reply?",
    "I leave it to you to say how this came about.",
    "Members would be glad to know how many were turned away.",
    "A word on how the money was spent would not come amiss.",
    "Some indication of when we may expect it would be welcome.",
    "I need not say how anxious the families are to have a date; please give them one.",
    "We meet again on 8 April and would like your answer by the Friday before.",
    "In order that members may read it before they meet on 8 April, I should be grateful to have it a week beforehand.",
    "The consultation closes on 30 April, by which time we should like to have seen the modelling.",
    "I should be grateful for the first by the end of this month and for the second by the end of next.",
  ])("asks: %s", (text) => {
    expect(wordedIn(text, "letter", "prose", "ask")).toEqual([text]);
  });

  it.each([
    "I asked for the log in May and was told that it would be sent.",
    "You have asked that we say how the money was spent.",
    "I do not ask for special treatment.",
    "I would not presume to ask how the money was spent.",
    "What would you have done?",
    "We were asked for our view, and gave it.",
    "Nobody has yet told us how many were turned away.",
    "It remains to be seen how many will be turned away.",
    "I should like to place on record our thanks to the night crew.",
    "We would be the first to say that progress has been made.",
    "The families would like an apology.",
    "I should be sorry to see it close.",
    "The Committee was told that it would be given the figures.",
    "My question was answered in full.",
    "Our request was refused.",
    "I enclose the list that you asked for.",
    "If you would rather have it in Welsh, please say so.",
    "No reply is needed.",
    "Copies of this letter may be had from the clerk.",
    "I would be very happy to meet you.",
  ])("does not ask: %s", (text) => {
    expect(wordedIn(text, "letter", "prose", "ask")).toEqual([]);
  });
});

describe("a speaker who presses", () => {
  it.each([
    "I'd like to come back to the depot, if I may: who owns it?",
    "So just to be clear, you're telling us nobody checked?",
    "And have you costed that?",
    "On the second point, I would want to see the workings.",
    "Would you accept that it took too long?",
    "Give us a sense of the scale.",
    "If you've got it, can you send it round?",
    "OK, so that's, what, three years?",
    "Is there a date?",
    "When you say soon, do you mean this year?",
    "Could that come to us in writing?",
    "Can that come back to this Committee?",
    "I'm going to ask you for a yes or a no: was it costed?",
    "Let me put it another way: did anybody check?",
    "Just on that, how many are there?",
  ])("asks: %s", (text) => {
    expect(wordedIn(text, "transcript", "question", "ask")).toEqual([text]);
  });

  it.each([
    "I'm grateful for that.",
    "I'd like to thank you both.",
    "I am not sure I followed that.",
    "I think that's a fair point.",
    "You said that last time.",
    "We have been asking for this for years.",
    "Let us move on.",
    "Mr Roe, you wanted to come in.",
    "I'm sorry, go on.",
    "Carry on.",
    "Thank you, that is very helpful.",
  ])("does not ask: %s", (text) => {
    expect(wordedIn(text, "transcript", "question", "ask")).toEqual([]);
  });
});
