"""An ONNX recogniser as a PyTorch module: the file's own graph is computed node by node, its float weights are what is trained.

Nothing is rebuilt by hand, so a trained model is written back by replacing weights in the file it came from (export.py), and the graph that the
product runs is the graph that was trained.
"""
import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper


def _attributes(node: onnx.NodeProto) -> dict:
    return {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}


def _pads(size: torch.Size, attributes: dict) -> list[int]:
    """[left, right, top, bottom] of a node that pads by `pads` or so that the size stays (`auto_pad` SAME_UPPER)."""
    if attributes.get("auto_pad", b"NOTSET") == b"SAME_UPPER":
        padded = []
        for length, kernel, stride in zip(size[-2:], attributes["kernel_shape"], attributes["strides"]):
            total = max(0, (-(-length // stride) - 1) * stride + kernel - length)
            padded.append((total // 2, total - total // 2))
        return [*padded[1], *padded[0]]
    top, left, bottom, right = attributes.get("pads", [0, 0, 0, 0])
    return [left, right, top, bottom]


def _convolution(x, weight, bias, attributes):
    left, right, top, bottom = _pads(x.shape, attributes)
    if left != right or top != bottom:
        x, left, top = F.pad(x, (left, right, top, bottom)), 0, 0
    return F.conv2d(x, weight, bias, attributes["strides"], (top, left), attributes["dilations"], attributes["group"])


def _pool(x, attributes, largest):
    left, right, top, bottom = _pads(x.shape, attributes)
    x = F.pad(x, (left, right, top, bottom), value=float("-inf") if largest else 0.0)
    return (F.max_pool2d if largest else F.avg_pool2d)(x, attributes["kernel_shape"], attributes["strides"])


def _slice(x, starts, ends, axes, steps=None):
    index = [slice(None)] * x.dim()
    for k, axis in enumerate(axes.tolist()):
        index[axis] = slice(int(starts[k]), min(int(ends[k]), 2**31), int(steps[k]) if steps is not None else 1)
    return x[tuple(index)]


def _reshape(x, shape):
    wanted = [int(v) for v in shape]
    return x.reshape([x.shape[k] if v == 0 else v for k, v in enumerate(wanted)])


OPERATIONS = {
    "Identity": lambda a, x: x,
    "Add": lambda a, x, y: x + y,
    "Sub": lambda a, x, y: x - y,
    "Mul": lambda a, x, y: x * y,
    "Div": lambda a, x, y: x / y,
    "Pow": lambda a, x, y: x * x if y.numel() == 1 and float(y) == 2 else x**y,
    "Sqrt": lambda a, x: x.sqrt(),
    "Erf": lambda a, x: torch.erf(x),
    "Relu": lambda a, x: F.relu(x),
    "Sigmoid": lambda a, x: torch.sigmoid(x),
    "HardSigmoid": lambda a, x: (x * a.get("alpha", 0.2) + a.get("beta", 0.5)).clamp(0, 1),
    "MatMul": lambda a, x, y: x @ y,
    "Softmax": lambda a, x: torch.softmax(x, a["axis"]),
    "ReduceMean": lambda a, x: x.mean(tuple(a["axes"]), keepdim=bool(a.get("keepdims", 1))),
    "Transpose": lambda a, x: x.permute(a["perm"]),
    "Concat": lambda a, *xs: torch.cat(xs, a["axis"]),
    "Reshape": lambda a, x, shape: _reshape(x, shape),
    "Shape": lambda a, x: torch.tensor(x.shape),
    "Slice": lambda a, x, *rest: _slice(x, *rest),
    "Squeeze": lambda a, x: x.squeeze(tuple(a["axes"])) if len(a["axes"]) > 1 else x.squeeze(a["axes"][0]),
    "Unsqueeze": lambda a, x: x.unsqueeze(a["axes"][0]),
    "Conv": lambda a, x, w, b=None: _convolution(x, w, b, a),
    "MaxPool": lambda a, x: _pool(x, a, True),
    "AveragePool": lambda a, x: _pool(x, a, False),
    "BatchNormalization": lambda a, x, w, b, mean, var: F.batch_norm(x, mean, var, w, b, False, 0.0, a.get("epsilon", 1e-5)),
}


class Recogniser(torch.nn.Module):
    """Lines [N, 3, height, W], W a multiple of 8, values -1..1 → logits [N, T, classes]; the file's last Softmax is left out."""

    def __init__(self, path: str):
        super().__init__()
        model = onnx.load(path)
        self.height: int = model.graph.input[0].type.tensor_type.shape.dim[2].dim_value
        self.nodes = [(n.op_type, list(n.input), n.output[0], _attributes(n)) for n in model.graph.node]
        if self.nodes[-1][0] != "Softmax":
            raise ValueError(f"{path}: expected a recogniser that ends with Softmax, found {self.nodes[-1][0]}")
        self.nodes.pop()
        self.weights = torch.nn.ParameterDict()
        self.names: dict[str, str] = {}
        self.fixed: dict[str, torch.Tensor] = {}
        for tensor in model.graph.initializer:
            value = torch.from_numpy(np.array(numpy_helper.to_array(tensor)))
            statistics = "batch_norm" in tensor.name and (tensor.name.endswith("w_1") or tensor.name.endswith("w_2"))
            if value.is_floating_point() and value.numel() > 1 and not statistics:
                self.names[tensor.name] = tensor.name.replace(".", "/")
                self.weights[self.names[tensor.name]] = torch.nn.Parameter(value)
            else:
                self.fixed[tensor.name] = value
        last: dict[str, int] = {}
        for k, (_, inputs, _, _) in enumerate(self.nodes):
            last.update({name: k for name in inputs})
        self.last = last

    def to(self, device: str) -> "Recogniser":
        # Shapes and axes stay where Python reads them.
        self.fixed = {k: v.to(device) if v.is_floating_point() else v for k, v in self.fixed.items()}
        return super().to(device)

    def forward(self, given: dict[str, torch.Tensor], begin: int = 0) -> torch.Tensor:
        """`begin`: number of the first node to compute; `given`: by name, what it and later ones take from outside."""
        return self._compute(dict(given), begin, len(self.nodes))

    def _compute(self, values: dict[str, torch.Tensor], begin: int, end: int) -> torch.Tensor:
        out = None
        for k, (kind, inputs, output, attributes) in enumerate(self.nodes[begin:end], begin):
            given = []
            for name in inputs:
                if name in values:
                    given.append(values[name])
                elif name in self.names:
                    given.append(self.weights[self.names[name]])
                elif name:
                    given.append(self.fixed[name])
            out = values[output] = OPERATIONS[kind](attributes, *given)
            for name in inputs:
                if self.last[name] == k:
                    values.pop(name, None)
        return out


def node_of(network: Recogniser, frozen: str) -> int:
    """Index of the first node to be trained: `0` all, a number the convolution of that number, `pool` everything behind the last pooling."""
    if frozen == "pool":
        return 1 + max(k for k, node in enumerate(network.nodes) if node[0] == "AveragePool")
    convolutions = [k for k, node in enumerate(network.nodes) if node[0] == "Conv"]
    return convolutions[int(frozen)] if int(frozen) else 0
