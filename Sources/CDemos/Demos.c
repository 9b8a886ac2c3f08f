// Written by `RENEW_DEMOS=1 swift test --filter DemoTests`: the files of the folder Demos, one after another.

#include "CDemos.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char demo_01_features[] = {
#embed "../../Demos/01-features.yaml"
};

static const unsigned char demo_02_perceptron[] = {
#embed "../../Demos/02-perceptron.yaml"
};

static const unsigned char demo_03_perceptron_learning[] = {
#embed "../../Demos/03-perceptron-learning.yaml"
};

static const unsigned char demo_04_limits[] = {
#embed "../../Demos/04-limits.yaml"
};

static const unsigned char demo_05_layers[] = {
#embed "../../Demos/05-layers.yaml"
};

static const unsigned char demo_06_activations[] = {
#embed "../../Demos/06-activations.yaml"
};

static const unsigned char demo_07_training_loop[] = {
#embed "../../Demos/07-training-loop.yaml"
};

static const unsigned char demo_08_derivative[] = {
#embed "../../Demos/08-derivative.yaml"
};

static const unsigned char demo_08_gradient[] = {
#embed "../../Demos/08-gradient.yaml"
};

static const unsigned char demo_09_learning_rate[] = {
#embed "../../Demos/09-learning-rate.yaml"
};

static const unsigned char demo_09_local_minimum[] = {
#embed "../../Demos/09-local-minimum.yaml"
};

static const unsigned char demo_10_batches[] = {
#embed "../../Demos/10-batches.yaml"
};

static const unsigned char demo_11_chain_rule[] = {
#embed "../../Demos/11-chain-rule.yaml"
};

static const unsigned char demo_12_backpropagation[] = {
#embed "../../Demos/12-backpropagation.yaml"
};

static const unsigned char demo_13_deeper[] = {
#embed "../../Demos/13-deeper.yaml"
};

static const unsigned char demo_lab_and[] = {
#embed "../../Demos/lab-and.yaml"
};

static const unsigned char demo_lab_twelve[] = {
#embed "../../Demos/lab-twelve.yaml"
};

static const Demo demos[] = {
    {"01-features", demo_01_features, sizeof demo_01_features},
    {"02-perceptron", demo_02_perceptron, sizeof demo_02_perceptron},
    {"03-perceptron-learning", demo_03_perceptron_learning, sizeof demo_03_perceptron_learning},
    {"04-limits", demo_04_limits, sizeof demo_04_limits},
    {"05-layers", demo_05_layers, sizeof demo_05_layers},
    {"06-activations", demo_06_activations, sizeof demo_06_activations},
    {"07-training-loop", demo_07_training_loop, sizeof demo_07_training_loop},
    {"08-derivative", demo_08_derivative, sizeof demo_08_derivative},
    {"08-gradient", demo_08_gradient, sizeof demo_08_gradient},
    {"09-learning-rate", demo_09_learning_rate, sizeof demo_09_learning_rate},
    {"09-local-minimum", demo_09_local_minimum, sizeof demo_09_local_minimum},
    {"10-batches", demo_10_batches, sizeof demo_10_batches},
    {"11-chain-rule", demo_11_chain_rule, sizeof demo_11_chain_rule},
    {"12-backpropagation", demo_12_backpropagation, sizeof demo_12_backpropagation},
    {"13-deeper", demo_13_deeper, sizeof demo_13_deeper},
    {"lab-and", demo_lab_and, sizeof demo_lab_and},
    {"lab-twelve", demo_lab_twelve, sizeof demo_lab_twelve},
    {0, 0, 0},
};

size_t demo_count(void) { return sizeof demos / sizeof *demos - 1; }

Demo demo_at(size_t index) { return demos[index]; }
