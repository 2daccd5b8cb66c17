"""The text part of interaction analytics as it is usually written in Python: words by NLTK, VADER, TF-IDF and k-means by
scikit-learn. Takes interactions.csv, prints seconds as JSON. Reading files and importing libraries are not timed."""

import json
import sys
import time

import pandas
from nltk.tokenize import NLTKWordTokenizer
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

table = pandas.read_csv(sys.argv[1], encoding="utf-8-sig")
spoken = table.loc[table["has_transcript"], "transcript_text"].astype(str)
tokenizer = NLTKWordTokenizer()
vader = SentimentIntensityAnalyzer()


def plain(text):
    words = tokenizer.tokenize(text.lower())
    return " ".join(word for word in words if word.isalpha() and word not in ENGLISH_STOP_WORDS)


begin = time.perf_counter()
texts = spoken.map(plain)
scores = texts.map(lambda text: vader.polarity_scores(text)["compound"])
scored = time.perf_counter()
weights = TfidfVectorizer(max_features=500, min_df=2, max_df=0.95).fit_transform(texts)
KMeans(n_clusters=5, n_init=10, random_state=42).fit_predict(weights)
ended = time.perf_counter()
print(json.dumps({"texts": len(texts), "characters": int(spoken.str.len().sum()), "sentiment": scored - begin, "topics": ended - scored}))
